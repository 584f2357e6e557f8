import { type StackContext, accountId, organizationId } from '@bulkhead/baseline';
import { type Grant, type Store, granteeArn, storeArn, storeKeyAlias } from '@bulkhead/model';
import type { GrantTerms, StoreTerms } from './grant-terms.ts';
import { usesOf } from './uses-of.ts';

/** A store with the id of its account filled in. */
export function storeTerms(store: Store, context: StackContext): StoreTerms {
  const id = accountId(store.account, context);
  return {
    kind: store.kind,
    accountId: id,
    region: store.region,
    arn: storeArn(store, id),
    keyAlias: usesOf[store.kind].uses['use-key'] ? `alias/${storeKeyAlias(store)}` : undefined,
  };
}

/** A grant with the ids of both accounts filled in. */
export function grantTerms(grant: Grant, context: StackContext): GrantTerms {
  const granteeId = accountId(grant.from.account, context);
  return {
    name: grant.name,
    use: grant.what,
    grantee: { accountId: granteeId, roleArn: granteeArn(grant, granteeId) },
    store: storeTerms(grant.to, context),
    organizationId: organizationId(context),
    until: grant.until,
  };
}
