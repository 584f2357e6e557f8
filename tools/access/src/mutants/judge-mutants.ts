import { placeOf } from '../policy/policy.ts';
import type { AccessPromise } from '../promises/promise.ts';
import { type MayLive, mayLive, mayLiveBy } from './may-live.ts';
import type { Mutant } from './mutants-of.ts';
import type { MutantResult } from './run-mutants.ts';
import { whyItStays } from './why-it-stays.ts';

/** What a run over all mutants says about statements, promises and the reasons that are written down. */
export interface MutantJudgement {
  readonly fallen: number;
  readonly all: number;
  /** Places of mutants that no promise notices; without a reason where one has to. */
  readonly living: readonly { readonly place: string; readonly why: string | undefined }[];
  /** Promises that are never the only ones to notice, with the reason why they stay. */
  readonly idle: readonly { readonly sentence: string; readonly why: string | undefined }[];
  /** Reasons to live that no mutant needs any more. */
  readonly stale: readonly MayLive[];
  /** Places of mutants that fall, though there is a reason for them to live: it says too much. */
  readonly excused: readonly string[];
}

export function judgeMutants(
  results: readonly MutantResult[],
  promises: readonly AccessPromise[],
  reasons: readonly MayLive[] = mayLive,
): MutantJudgement {
  const living = results
    .filter(({ killedBy }) => killedBy.length === 0)
    .map(({ mutant }) => ({
      place: placeOfMutant(mutant),
      reason: mayLiveBy(reasons, mutant),
    }));
  const sole = new Set(results.flatMap(({ killedBy }) => (killedBy.length === 1 ? killedBy : [])));
  const needed = new Set(living.map(({ reason }) => reason));
  return {
    fallen: results.length - living.length,
    all: results.length,
    living: living.map(({ place, reason }) => ({ place, why: reason?.why })),
    idle: promises
      .filter((promise) => !sole.has(promise))
      .map((promise) => ({ sentence: promise.sentence, why: whyItStays(promise) })),
    stale: reasons.filter((each) => !needed.has(each)),
    excused: results
      .filter(({ mutant, killedBy }) => killedBy.length > 0 && mayLiveBy(reasons, mutant))
      .map(({ mutant }) => placeOfMutant(mutant)),
  };
}

const placeOfMutant = ({ statement, change }: Mutant) => `${placeOf(statement)}: ${change}`;

/** Share of mutants that have to fall. */
const leastShare = 0.95;

/** Whether enough mutants fall, and whatever doesn't has a reason that something needs. */
export const isProved = ({ fallen, all, living, idle, stale, excused }: MutantJudgement): boolean =>
  fallen >= leastShare * all &&
  stale.length === 0 &&
  excused.length === 0 &&
  [...living, ...idle].every(({ why }) => why !== undefined);
