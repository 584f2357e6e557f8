import { reasonOf } from '../promises/render-results.ts';
import { type Principal, isHypothetical } from '../world/world.ts';
import { describePath, reachOf } from '../trust/reach.ts';
import { getResource } from './find-asked.ts';
import type { OpenOrganization } from './open-organization.ts';

/**
 * Everybody who can do something themselves, with what decided that, and everybody who can become one of them.
 *
 * @throws UnknownNameError, SimulationError
 */
export async function whoCan(
  { world, simulator, graph }: OpenOrganization,
  asked: { readonly action: string; readonly resource: string },
): Promise<string> {
  const { action } = asked;
  const resource = getResource(world, asked.resource);
  const principals = world.principals.filter((each) => !isHypothetical(each));
  const able = new Set<Principal>();
  const lines: string[] = [];
  for (const principal of principals) {
    const answer = await simulator.ask({ principal, action, resource });
    if (answer.decision === 'denied') continue;
    able.add(principal);
    lines.push(`${principal.name}: ${reasonOf(answer)}`);
  }
  for (const principal of principals) {
    if (able.has(principal)) continue;
    const nearest = reachOf(graph, principal).find((each) => able.has(each.principal));
    if (nearest) lines.push(`${principal.name}: ${describePath(nearest.path)}`);
  }
  return lines.length === 0 ? `nobody can ${action} ${resource.name}\n` : `${lines.join('\n')}\n`;
}
