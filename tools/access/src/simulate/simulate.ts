import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Context } from '../world/world.ts';
import type { Layers } from './layers.ts';
import type { Question } from './question.ts';
import type { ReducedStatement } from './reduced-statement.ts';
import { SimulationError } from './simulation-error.ts';
import { simulationOf } from './simulation-of.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/**
 * What the statements in some layers decide.
 *
 * @throws SimulationError when the question makes no sense: no such action, or none on such a resource
 */
export async function simulate(
  question: Question,
  layers: Layers<ReducedStatement>,
  context: Context,
): Promise<Verdict> {
  const result = await runSimulation(simulationOf(question, layers, context), {
    // what isn't known of a request is taken to be as it suits the caller
    simulationMode: 'Discovery',
    discoveryContextKeyConstraints: Object.keys(context).map((keyName) => ({
      ...{ keyName, presenceIsKnown: true, valueIsKnown: true },
    })),
  });
  if (result.resultType !== 'single') throw new SimulationError(question, result);
  // a key that the simulator drops would count as one that the request doesn't have
  const [dropped] = result.result.ignoredContextKeys ?? [];
  if (dropped !== undefined) throw new SimulationError(question, `requests for it have no ${dropped}`);
  return verdictOf(result.result.analysis);
}
