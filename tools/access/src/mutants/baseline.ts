import type { AccessPromise } from '../promises/promise.ts';
import { type PromiseQuestion, questionsOf } from '../promises/questions-of.ts';
import { deniedAtOnce } from '../simulate/denied-at-once.ts';
import { layersOf, statementsIn } from '../simulate/layers.ts';
import { type Answer, type Question, keyOf } from '../simulate/question.ts';
import type { Simulator } from '../simulate/simulator.ts';
import { reachOf } from '../trust/reach.ts';
import { type Step, type TrustGraph, conceivableSteps, trustGraph } from '../trust/trust-graph.ts';
import type { World } from '../world/world.ts';

/** A question with its answer in the world as it is. */
export interface Answered<About> {
  readonly about: About;
  readonly question: Question;
  readonly answer: Answer;
}

/** What was asked of a world before anything in it is made wrong, by the statements that had a say. */
export interface Baseline {
  readonly world: World;
  readonly graph: TrustGraph;
  readonly promises: readonly AccessPromise[];
  /** By key of a statement. Questions that no statement could change are left out. */
  readonly questions: ReadonlyMap<string, readonly Answered<AccessPromise>[]>;
  readonly steps: ReadonlyMap<string, readonly Answered<Step>[]>;
}

/** Asks everything once; promises that are broken already can't tell a mutant, and are left out. */
export async function baselineOf(
  world: World,
  promises: readonly AccessPromise[],
  { ask }: Simulator,
): Promise<Baseline> {
  const conceivable = conceivableSteps(world);
  const graph = await trustGraph(conceivable, ask);
  const steps = await answered(
    conceivable.map((about) => ({ about, question: about.question })),
    ask,
  );
  const held: AccessPromise[] = [];
  const questions: (readonly Answered<AccessPromise>[])[] = [];
  for (const promise of promises) {
    const { questions: asked, deniedAnyhow } = questionsOf(promise, world, (principal) => reachOf(graph, principal));
    const answers = await answered(
      distinct(asked).map((question) => ({ about: promise, question })),
      ask,
    );
    if (
      (asked.length + deniedAnyhow === 0 && promise.does !== 'become') ||
      answers.some(({ answer }) => answer.decision !== promise.expected)
    )
      continue;
    held.push(promise);
    questions.push(answers);
  }
  return { world, graph, promises: held, questions: byStatement(questions.flat()), steps: byStatement(steps) };
}

const distinct = (asked: readonly PromiseQuestion[]): readonly Question[] => {
  const seen = new Map<string, Question>();
  for (const { question } of asked) seen.set(keyOf(question), question);
  return [...seen.values()];
};

async function answered<About>(
  asked: readonly { readonly about: About; readonly question: Question }[],
  ask: Simulator['ask'],
): Promise<readonly Answered<About>[]> {
  const answers: Answered<About>[] = [];
  for (const each of asked) answers.push({ ...each, answer: await ask(each.question) });
  return answers;
}

function byStatement<About>(all: readonly Answered<About>[]): ReadonlyMap<string, readonly Answered<About>[]> {
  const index = new Map<string, Answered<About>[]>();
  for (const each of all) {
    const layers = layersOf(each.question);
    // what is denied for want of any statement about it stays so, whatever the statements about other things say
    if (deniedAtOnce(each.question, layers) !== undefined) continue;
    for (const { key } of statementsIn(layers)) {
      const known = index.get(key);
      if (known) known.push(each);
      else index.set(key, [each]);
    }
  }
  return index;
}
