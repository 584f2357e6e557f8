import type { Answer, Question } from '../simulate/question.ts';
import { reachOf } from '../trust/reach.ts';
import type { TrustGraph } from '../trust/trust-graph.ts';
import type { World } from '../world/world.ts';
import { matchesPrincipal, matchesResource } from './matching.ts';
import type { AccessPromise } from './promise.ts';
import { type PromiseQuestion, questionsOf } from './questions-of.ts';

/** An answer that isn't the one that was promised. */
export interface Breach extends PromiseQuestion {
  readonly answer: Answer;
}

export interface PromiseResult {
  readonly promise: AccessPromise;
  /** How many questions it asked. */
  readonly questions: number;
  readonly breaches: readonly Breach[];
  /** It asks nothing: a promise about nobody holds always, and is said to unless it may be one. */
  readonly empty: boolean;
}

type Ask = (question: Question) => Promise<Answer>;

export async function checkPromise(
  promise: AccessPromise,
  world: World,
  graph: TrustGraph,
  ask: Ask,
): Promise<PromiseResult> {
  const { questions, deniedAnyhow } = questionsOf(promise, world, (principal) => reachOf(graph, principal));
  const breaches: Breach[] = [];
  for (const each of questions) {
    const answer = await ask(each.question);
    if (answer.decision !== promise.expected) breaches.push({ ...each, answer });
  }
  const asked = questions.length + deniedAnyhow;
  const empty = asked === 0 && !asksOfSomebody(promise, world);
  return { promise, questions: asked, breaches, empty };
}

/** Whoever can't become somebody asks nothing about it. The promise is empty where there is no such pair at all. */
const asksOfSomebody = ({ does, who, to }: AccessPromise, world: World) =>
  does === 'become' &&
  world.principals.some((principal) => matchesPrincipal(who, principal)) &&
  world.resources.some((resource) => matchesResource(to, resource));

export async function checkPromises(
  promises: readonly AccessPromise[],
  world: World,
  graph: TrustGraph,
  ask: Ask,
): Promise<readonly PromiseResult[]> {
  const results: PromiseResult[] = [];
  for (const promise of promises) results.push(await checkPromise(promise, world, graph, ask));
  return results;
}

/** Nothing is promised of what isn't there. */
export const isUnasked = ({ promise, empty }: PromiseResult): boolean => empty && promise.mayBeEmpty === true;

export const holds = (result: PromiseResult): boolean =>
  result.breaches.length === 0 && (!result.empty || isUnasked(result));
