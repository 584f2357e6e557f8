import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { World } from '../world/world.ts';
import { deniedAtOnce } from './denied-at-once.ts';
import { type Layers, layersOf, statementsIn } from './layers.ts';
import { mentionedKeys } from './mentioned-keys.ts';
import { couldAllow } from './named-by.ts';
import { withSimulatedKeys } from './provider-keys.ts';
import { type Answer, type Question, type Substitute, keyOf } from './question.ts';
import { principalTagContext, requestContext, tagContext } from './request-context.ts';
import { shapeOf } from './shape.ts';
import { SimulationError } from './simulation-error.ts';
import { type PreparedSimulation, simulationOf } from './simulation-of.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Answers questions about a world, each once, and those that differ in an account's number only together. */
export interface Simulator {
  /** @throws SimulationError when the question makes no sense: no such action, or none on such a resource */
  readonly ask: (question: Question) => Promise<Answer>;
  /** As `ask`, in a world in which one statement is another one. */
  readonly askWith: (substitute: Substitute, question: Question) => Promise<Answer>;
  /** What it did so far, and how many milliseconds simulation took of that. */
  readonly work: { readonly questions: number; readonly simulations: number; readonly simulating: number };
}

const denied = (because: string): Answer => ({ decision: 'denied', by: [], because, conditions: [] });

const unreachable = Promise.resolve(denied('no policy of the resource allows it to another account'));

export function simulator(world: World): Simulator {
  const answers = new Map<string, Promise<Answer>>();
  const verdicts = new Map<string, Verdict>();
  const work = { questions: 0, simulations: 0, simulating: 0 };

  async function answer(question: Question, substitute?: Substitute): Promise<Answer> {
    work.questions++;
    const layers = layersOf(question, substitute);
    const because = deniedAtOnce(question, layers);
    if (because !== undefined) return denied(because);
    const context = knownContext(question, layers, world);
    const prepared = simulationOf(question, layers, context);
    const knownKeys = Object.keys(context);
    const shape = shapeOf(prepared.simulation, question.principal.account?.id, knownKeys);
    let verdict = verdicts.get(shape.text);
    if (!verdict) {
      work.simulations++;
      const start = performance.now();
      verdict = await simulate(question, prepared, knownKeys);
      work.simulating += performance.now() - start;
      verdicts.set(shape.text, { ...verdict, conditions: verdict.conditions.map(shape.generalize) });
    }
    const { decision, sids, conditions } = verdict;
    return {
      decision,
      by: sids.flatMap((sid) => prepared.statements.get(sid) ?? []),
      because: shape.specialize(verdict.because),
      conditions: conditions.map(shape.specialize),
    };
  }

  return {
    ask(question) {
      const { principal, resource } = question;
      // most of what is asked of a large organization, so it is worth no key
      if (principal.account !== resource.account && !couldAllow(resource, principal)) return unreachable;
      const key = keyOf(question);
      const known = answers.get(key) ?? answer(question);
      answers.set(key, known);
      return known;
    },
    askWith: (substitute, question) => answer(question, substitute),
    work,
  };
}

/** What is known of a request, as far as any statement looks at it. */
function knownContext(question: Question, layers: Layers, { organization }: World) {
  const mentioned = mentionedKeys(statementsIn(layers));
  const isAskedFor = (key: string) => question.context !== undefined && key in question.context;
  const context = Object.entries(requestContext(question, organization.id)).filter(
    ([key]) => mentioned.has(key.toLowerCase()) || isAskedFor(key),
  );
  return withSimulatedKeys({
    ...tagContext(question.resource, mentioned),
    ...principalTagContext(question.principal, mentioned),
    ...Object.fromEntries(context),
  });
}

async function simulate(
  question: Question,
  { simulation }: PreparedSimulation,
  known: readonly string[],
): Promise<Verdict> {
  const result = await runSimulation(simulation, {
    // what isn't known of a request is taken to be as it suits the caller
    simulationMode: 'Discovery',
    discoveryContextKeyConstraints: known.map((keyName) => ({ keyName, presenceIsKnown: true, valueIsKnown: true })),
  });
  if (result.resultType !== 'single') throw new SimulationError(question, result);
  // a key that the simulator drops would count as one that the request doesn't have
  const [dropped] = result.result.ignoredContextKeys ?? [];
  if (dropped !== undefined) throw new SimulationError(question, `requests for it have no ${dropped}`);
  return verdictOf(result.result.analysis);
}
