import { reasonOf } from '../promises/render-results.ts';
import { checkQuestion } from '../simulate/check-question.ts';
import { describePath, reachOf } from '../trust/reach.ts';
import { type Principal, isHypothetical } from '../world/world.ts';
import { actionOf, getResource } from './find-asked.ts';
import type { OpenOrganization } from './open-organization.ts';

/** Somebody who can do something. */
export interface Able {
  readonly principal: string;
  /** What decided it, or how they become somebody who can. */
  readonly because: string;
  /** Steps to somebody who can; 0 where they can themselves. */
  readonly hops: number;
}

/**
 * Everybody who can do something themselves, with what decided that, and everybody who can become one of them.
 *
 * @throws UnknownNameError, SimulationError
 */
export async function whoCan(
  { world, simulator, graph }: OpenOrganization,
  asked: { readonly action: string; readonly resource: string },
): Promise<readonly Able[]> {
  const action = actionOf(asked.action);
  const resource = getResource(world, asked.resource);
  await checkQuestion({ action, resource });
  const principals = world.principals.filter((each) => !isHypothetical(each));
  const able = new Map<Principal, Able>();
  for (const principal of principals) {
    const answer = await simulator.ask({ principal, action, resource });
    if (answer.decision === 'denied') continue;
    able.set(principal, { principal: principal.name, because: reasonOf(answer), hops: 0 });
  }
  const others = principals.flatMap((principal): readonly Able[] => {
    if (able.has(principal)) return [];
    const nearest = reachOf(graph, principal).find((each) => able.has(each.principal));
    if (!nearest) return [];
    return [{ principal: principal.name, because: describePath(nearest.path), hops: nearest.path.length }];
  });
  return [...able.values(), ...others];
}

export const renderWhoCan = (
  able: readonly Able[],
  { action, resource }: { readonly action: string; readonly resource: string },
): string =>
  able.length === 0
    ? `nobody can ${action} ${resource}\n`
    : able.map(({ principal, because }) => `${principal}: ${because}\n`).join('');
