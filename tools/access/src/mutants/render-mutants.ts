import { placeOf } from '../policy/policy.ts';
import type { AccessPromise } from '../promises/promise.ts';
import { whyMayLive } from './may-live.ts';
import type { MutantResult } from './run-mutants.ts';

/** `132 of 140 mutants fell (94.3%)`, those that live, and promises that no mutant needs. */
export function renderMutants(results: readonly MutantResult[], promises: readonly AccessPromise[]): string {
  const living = results.filter(({ killedBy }) => killedBy.length === 0);
  const fallen = results.length - living.length;
  const share = results.length === 0 ? '' : ` (${((100 * fallen) / results.length).toFixed(1)}%)`;
  const sole = new Set(results.flatMap(({ killedBy }) => (killedBy.length === 1 ? killedBy : [])));
  const idle = promises.filter((promise) => !sole.has(promise));
  return [
    `${fallen} of ${results.length} mutants fell${share}`,
    ...living.map(({ mutant }) => {
      const why = whyMayLive(mutant);
      return `${why === undefined ? 'lives, and should not' : 'lives'}: ${placeOf(mutant.statement)}: ${mutant.change}${why === undefined ? '' : ` (${why})`}`;
    }),
    ...idle.map(({ sentence }) => `never the only one to notice: ${sentence}`),
    '',
  ].join('\n');
}
