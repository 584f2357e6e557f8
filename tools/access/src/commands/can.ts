import { reasonOf } from '../promises/render-results.ts';
import { describePath, reachOf } from '../trust/reach.ts';
import { getPrincipal, getResource } from './find-asked.ts';
import type { OpenOrganization } from './open-organization.ts';

/**
 * Whether somebody can do something, and what decided that; then whoever they can become who can do it, nearest first.
 *
 * @throws UnknownNameError, SimulationError
 */
export async function can(
  { world, simulator, graph }: OpenOrganization,
  asked: { readonly principal: string; readonly action: string; readonly resource: string },
): Promise<string> {
  const { action } = asked;
  const [self, resource] = [getPrincipal(world, asked.principal), getResource(world, asked.resource)];
  const lines: string[] = [];
  for (const { principal, path } of reachOf(graph, self)) {
    const answer = await simulator.ask({ principal, action, resource });
    if (path.length === 0) {
      lines.push(`${answer.decision}: ${principal.name} ${action} ${resource.name}`, `  ${reasonOf(answer)}`);
    } else if (answer.decision !== 'denied') {
      lines.push(
        `${answer.decision} in ${path.length} ${path.length === 1 ? 'hop' : 'hops'}: ${describePath(path)}`,
        `  ${reasonOf(answer)}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
