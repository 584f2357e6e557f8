import type { MutantJudgement } from './judge-mutants.ts';

/** `132 of 140 mutants fell (94.3%)`, those that live, promises that no mutant needs, and reasons that nothing needs. */
export function renderMutants({ fallen, all, living, idle, stale, excused }: MutantJudgement): string {
  const share = all === 0 ? '' : ` (${((100 * fallen) / all).toFixed(1)}%)`;
  return [
    `${fallen} of ${all} mutants fell${share}`,
    ...living.map(({ place, why }) =>
      why === undefined ? `lives, and should not: ${place}` : `lives: ${place} (${why})`,
    ),
    ...idle.map(({ sentence, why }) =>
      why === undefined
        ? `never the only one to notice, and does not say why it stays: ${sentence}`
        : `never the only one to notice: ${sentence} (${why})`,
    ),
    ...stale.map(
      ({ statement, change }) => `no mutant needs this reason to live, take it out: ${statement}: ${change}`,
    ),
    ...excused.map((place) => `a reason lets it live, and a promise notices it, say less: ${place}`),
    '',
  ].join('\n');
}
