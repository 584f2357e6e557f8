import { reasonOf } from '../promises/render-results.ts';
import { checkQuestion } from '../simulate/check-question.ts';
import type { Decision } from '../simulate/question.ts';
import { describePath, reachOf } from '../trust/reach.ts';
import { actionOf, getPrincipal, getResource } from './find-asked.ts';
import type { OpenOrganization } from './open-organization.ts';

/** What somebody may do, themselves or as whom they become. */
export interface CanAnswer {
  readonly decision: Decision;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** How the principal is become; empty for who was asked about. */
  readonly path: string;
  readonly hops: number;
  /** The statements that decided, or the words where none did. */
  readonly because: string;
}

/**
 * Whether somebody can do something, and what decided that; then whoever they can become who can do it, nearest first.
 *
 * @throws UnknownNameError, SimulationError
 */
export async function can(
  { world, simulator, graph }: OpenOrganization,
  asked: { readonly principal: string; readonly action: string; readonly resource: string },
): Promise<readonly CanAnswer[]> {
  const action = actionOf(asked.action);
  const [self, resource] = [getPrincipal(world, asked.principal), getResource(world, asked.resource)];
  await checkQuestion({ action, resource });
  const answers: CanAnswer[] = [];
  for (const { principal, path } of reachOf(graph, self)) {
    const answer = await simulator.ask({ principal, action, resource });
    if (path.length > 0 && answer.decision === 'denied') continue;
    answers.push({
      ...{ decision: answer.decision, principal: principal.name, action, resource: resource.name },
      ...{ path: describePath(path), hops: path.length, because: reasonOf(answer) },
    });
  }
  return answers;
}

export const renderCan = (answers: readonly CanAnswer[]): string =>
  answers
    .map(({ decision, principal, action, resource, path, hops, because }) => {
      const who =
        hops === 0
          ? `${decision}: ${principal} ${action} ${resource}`
          : `${decision} in ${hops} ${hops === 1 ? 'hop' : 'hops'}: ${path}`;
      return `${who}\n  ${because}\n`;
    })
    .join('');
