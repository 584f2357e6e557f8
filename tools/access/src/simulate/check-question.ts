import type { Principal } from '../world/world.ts';
import type { Question } from './question.ts';
import { simulate } from './simulate.ts';

/** Whoever asks, it makes no difference to what AWS knows. */
const nobody: Principal = { kind: 'anonymous', name: 'nobody', arn: '*', policies: [], context: {} };

/**
 * Makes sure that AWS knows an action about such a resource. Simulators look at that only where they simulate, and most
 * questions are denied before.
 *
 * @throws SimulationError when there is no such action, or none on such a resource
 */
export async function checkQuestion({ action, resource }: Pick<Question, 'action' | 'resource'>): Promise<void> {
  const noLayers = { identity: [], serviceControl: [], resourceControl: [] };
  await simulate({ principal: nobody, action, resource }, noLayers, {});
}
