import type { AccessPromise } from '../promises/promise.ts';
import { questionsOf } from '../promises/questions-of.ts';
import type { Decision } from '../simulate/question.ts';
import type { Simulator } from '../simulate/simulator.ts';
import { reachOf } from '../trust/reach.ts';
import type { Step, TrustGraph } from '../trust/trust-graph.ts';
import type { Principal } from '../world/world.ts';
import type { Answered, Baseline } from './baseline.ts';
import type { Mutant } from './mutants-of.ts';

export interface MutantResult {
  readonly mutant: Mutant;
  /** Promises that the mutant breaks; none where it survives. */
  readonly killedBy: readonly AccessPromise[];
}

/** Breaks promises with each mutant in turn. */
export async function runMutants(
  mutants: readonly Mutant[],
  baseline: Baseline,
  simulator: Simulator,
): Promise<readonly MutantResult[]> {
  const results: MutantResult[] = [];
  for (const mutant of mutants) results.push({ mutant, killedBy: await killersOf(mutant, baseline, simulator) });
  return results;
}

/** Asks again only what the mutant can change: what a statement has a say in and another statement doesn't decide. */
async function killersOf(
  mutant: Mutant,
  baseline: Baseline,
  { askWith }: Simulator,
): Promise<readonly AccessPromise[]> {
  const { key } = mutant.statement;
  const killers = new Set<AccessPromise>();
  const changes = async (each: Answered<unknown>) =>
    canChange(mutant, each) && (await askWith(mutant.substitute, each.question)).decision !== each.answer.decision;

  for (const each of baseline.questions.get(key) ?? []) {
    if (!killers.has(each.about) && (await changes(each))) killers.add(each.about);
  }
  const opened: Step[] = [];
  for (const each of baseline.steps.get(key) ?? []) if (await changes(each)) opened.push(each.about);
  if (opened.length > 0 && mutant.effect === 'allows more') {
    const graph = withSteps(baseline.graph, opened);
    for (const promise of baseline.promises) {
      const goesThrough = promise.throughOthers === true || promise.does === 'become';
      if (goesThrough && !killers.has(promise) && (await breaksThrough(promise, graph))) killers.add(promise);
    }
  }
  return [...killers];

  async function breaksThrough(promise: AccessPromise, graph: TrustGraph): Promise<boolean> {
    const { questions: after } = questionsOf(promise, baseline.world, newlyReached(baseline.graph, graph));
    for (const { question } of after) {
      const decision: Decision = (await askWith(mutant.substitute, question)).decision;
      if (decision !== promise.expected) return true;
    }
    return false;
  }
}

/** Leaving out one of two statements that deny changes nothing, nor does allowing what is denied in so many words. */
function canChange({ statement, effect, change }: Mutant, { answer }: Answered<unknown>): boolean {
  if (effect === 'denies more') return answer.decision !== 'denied';
  if (answer.decision !== 'denied') return false;
  return change === 'drop' ? answer.by.length === 1 && answer.by[0]?.key === statement.key : answer.by.length === 0;
}

/** Whom somebody becomes by new steps only; whom they became before was asked about before. */
const newlyReached = (before: TrustGraph, after: TrustGraph) => (principal: Principal) => {
  const known = new Set(reachOf(before, principal).map((each) => each.principal.name));
  return reachOf(after, principal).filter((each) => !known.has(each.principal.name));
};

function withSteps(graph: TrustGraph, steps: readonly Step[]): TrustGraph {
  const more = new Map(graph);
  for (const step of steps) more.set(step.from.name, [...(more.get(step.from.name) ?? []), step]);
  return more;
}
