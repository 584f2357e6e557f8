import type { PolicyStatement } from '@bulkhead/baseline';
import { allOf, beforeEnd, conditionOf, identityCondition, resourceCondition } from './common-conditions.ts';
import type { GrantTerms } from './grant-terms.ts';
import { keySides } from './key-sides.ts';
import { sidOf } from './sid-of.ts';
import type { UsePart } from './store-uses.ts';
import { usesOf } from './uses-of.ts';

/** What one grant is on each side. Across accounts AWS wants all of them to say yes. */
export interface GrantSides {
  /** For the grantee's role. */
  readonly identity: readonly PolicyStatement[];
  /** For the store. */
  readonly resource: readonly PolicyStatement[];
  /** For the key of the store; none where it has none, or where the use needs none. */
  readonly key: readonly PolicyStatement[];
}

/**
 * The statements that one grant makes.
 *
 * @throws Error for a use that the kind of store doesn't have: a definition with it is refused before
 */
export function sidesOf(terms: GrantTerms): GrantSides {
  const { uses, atHome } = usesOf[terms.store.kind];
  const parts = uses[terms.use];
  if (!parts) throw new Error(`grant ${terms.name}: a ${terms.store.kind} has no use ${terms.use}`);
  const key = keySides(terms);
  const token: readonly PolicyStatement[] = atHome
    ? [
        {
          Sid: sidOf(terms, 'Token'),
          Effect: 'Allow',
          Action: atHome,
          Resource: '*',
          ...conditionOf(beforeEnd(terms)),
        },
      ]
    : [];
  return {
    identity: [...parts.map((part) => identityStatement(terms, part)), ...token, ...key.identity],
    resource: parts.map((part) => resourceStatement(terms, part)),
    key: key.resource,
  };
}

const resources = ({ store }: GrantTerms, { on }: UsePart) => (on ? on(store.arn) : [store.arn]);

function identityStatement(terms: GrantTerms, part: UsePart): PolicyStatement {
  return {
    Sid: sidOf(terms, part.name),
    Effect: 'Allow',
    Action: part.actions,
    Resource: resources(terms, part),
    ...conditionOf(allOf(identityCondition(terms), part.where?.(terms.grantee.accountId) ?? {})),
  };
}

function resourceStatement(terms: GrantTerms, part: UsePart): PolicyStatement {
  const { resourceInPolicy } = usesOf[terms.store.kind];
  return {
    Sid: sidOf(terms, part.name),
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${terms.grantee.accountId}:root` },
    Action: part.actions,
    ...(resourceInPolicy !== undefined && { Resource: resourceInPolicy === '*' ? '*' : resources(terms, part) }),
    Condition: allOf(resourceCondition(terms), part.where?.(terms.grantee.accountId) ?? {}),
  };
}
