import { matchesPattern } from '../policy/matches-pattern.ts';
import { listOf } from '../policy/policy.ts';
import { actionClasses } from '../simulate/action-classes.ts';
import { canName } from '../simulate/named-by.ts';
import { statementsInWorld } from '../world/statements-in.ts';
import type { Principal, Resource, World } from '../world/world.ts';
import { namesRole } from './names-role.ts';

/** The actions that policies of a resource allow to somebody who could be a principal. */
export type NamedActions = (resource: Resource, principal: Principal) => readonly string[];

/**
 * Patterns of actions stand for every action that some policy of the world names in full or that represents a class: what
 * `s3:*` opens is asked about through them.
 */
export function namedActions(world: World): NamedActions {
  const known = [
    ...Object.values(actionClasses).flatMap((kinds) => Object.values(kinds).flat()),
    ...statementsInWorld(world).flatMap(({ document }) => [...listOf(document.Action), ...listOf(document.NotAction)]),
  ].filter((action) => !/[*?]/.test(action));
  const actions = [...new Set(known)].sort();
  const byPattern = new Map<string, readonly string[]>();
  const named = (pattern: string) => {
    let found = byPattern.get(pattern);
    if (!found) {
      found = /[*?]/.test(pattern) ? actions.filter((each) => matchesPattern(pattern, each)) : [pattern];
      byPattern.set(pattern, found);
    }
    return found;
  };
  return (resource, principal) => {
    const patterns = resource.policies
      .flatMap(({ statements }) => statements)
      .filter(({ document }) => document.Effect === 'Allow')
      .filter((statement) => canName(statement, principal) && namesRole(statement, principal))
      .flatMap(({ document: { Action, NotAction } }) => (NotAction === undefined ? listOf(Action) : ['*']));
    return [...new Set(patterns.flatMap(named))].sort();
  };
}
