import type { PolicyStatement } from '@bulkhead/baseline';
import { allOf, beforeEnd, resourceCondition } from './common-conditions.ts';
import type { GrantTerms, StoreTerms } from './grant-terms.ts';
import { sidOf } from './sid-of.ts';
import type { Condition } from './store-uses.ts';
import { usesOf } from './uses-of.ts';

/** Direct use of a key, through no service: to read and write what is encrypted elsewhere. */
const directUse = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'];

/**
 * The key's part in a grant: what the service of the store does with it in the caller's name, and only through that
 * service; or direct use, where that is what is granted.
 */
export function keySides(terms: GrantTerms): Readonly<Record<'identity' | 'resource', readonly PolicyStatement[]>> {
  const { store, use, grantee } = terms;
  const actions = use === 'use-key' ? directUse : usesOf[store.kind].key?.actions[use];
  if (actions === undefined || store.keyAlias === undefined) return { identity: [], resource: [] };
  const through = use === 'use-key' ? {} : throughService([store]);
  const common = { Sid: sidOf(terms, 'Key'), Effect: 'Allow', Action: actions } as const;
  return {
    identity: [
      {
        ...common,
        Resource: keysOf(store),
        Condition: allOf(withAlias([store.keyAlias]), through, beforeEnd(terms)),
      },
    ],
    resource: [
      {
        ...common,
        Principal: { AWS: `arn:aws:iam::${grantee.accountId}:root` },
        // of a key's policy: the key
        Resource: '*',
        Condition: allOf(resourceCondition(terms), through),
      },
    ],
  };
}

/** Ids of keys are AWS's choice, so that policies of other accounts name all of them and narrow by alias. */
export const keysOf = ({ accountId, region }: StoreTerms): string => `arn:aws:kms:${region}:${accountId}:key/*`;

/** It counts which alias the key has in its own account. Source: AWS KMS Developer Guide, kms:ResourceAliases. */
export const withAlias = (aliases: readonly string[]): Condition => ({
  'ForAnyValue:StringEquals': { 'kms:ResourceAliases': aliases },
});

/** Only where these stores' services ask in the caller's name. */
export function throughService(stores: readonly StoreTerms[]): Condition {
  const services = stores.flatMap(({ kind, region }) => {
    const service = usesOf[kind].key?.service;
    return service === undefined ? [] : [`${service}.${region}.amazonaws.com`];
  });
  return { StringEquals: { 'kms:ViaService': [...new Set(services)].sort() } };
}
