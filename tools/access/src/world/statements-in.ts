import type { Policy, Statement } from '../policy/policy.ts';
import type { World } from './world.ts';

/** Every statement that is in force somewhere, once, in the order of their keys. */
export function statementsInWorld({ accounts, principals, resources }: World): readonly Statement[] {
  const policies: readonly Policy[] = [
    ...accounts.flatMap(({ levels }) => levels.flatMap((each) => [...each.serviceControl, ...each.resourceControl])),
    ...principals.flatMap((each) => [...each.policies, ...(each.boundary ? [each.boundary] : [])]),
    ...resources.flatMap((each) => each.policies),
  ];
  const byKey = new Map(policies.flatMap(({ statements }) => statements.map((each) => [each.key, each] as const)));
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Statements that the Terraform writes; those that AWS itself puts into accounts are left out. */
export const writtenStatements = (world: World): readonly Statement[] =>
  statementsInWorld(world).filter(({ origin }) => origin.stack !== 'aws');
