import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import type { Construct } from 'constructs';
import { foldGrants } from '../grants/fold-grants.ts';
import { policyProblems } from '../grants/policy-limits.ts';
import type { StoreProps } from './store-props.ts';

/** The statements of a store's policy, joined where they say the same; what AWS would refuse fails the synthesis. */
export function storeStatements(
  construct: Construct,
  { name, terms, access }: StoreProps,
  more: readonly PolicyStatement[] = [],
): readonly PolicyStatement[] {
  const statements = [...foldGrants(access.resource), ...more];
  construct.node.addValidation({ validate: () => policyProblems({ kind: terms.kind, name }, statements) });
  return statements;
}

/** The policy as text; undefined where nobody is let in, for AWS takes no empty one. */
export function storePolicy(construct: Construct, props: StoreProps, more?: readonly PolicyStatement[]) {
  const statements = storeStatements(construct, props, more);
  return statements.length > 0 ? policyJson(statements) : undefined;
}
