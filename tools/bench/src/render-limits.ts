import Table from 'cli-table3';
import type { LimitsFigures } from './limits-figures.ts';
import { formatCount } from './render-comparisons.ts';

/** A table for people: what was planned with which calls, how long it took beside AWS's rates, memory, billed pages. */
export function renderLimits(figures: readonly LimitsFigures[]): string {
  const table = new Table({
    head: ['limits plan', 'calls', 'bulkhead', 'AWS’s rates', 'ratio', 'peak memory', 'Cost Explorer'],
    style: { head: [], border: [] },
  });
  for (const each of figures) {
    const { bound, explorer, calls } = each;
    const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
    table.push([
      `${each.name}\n${formatCount(each.accounts)} with management and shared ones\n${formatCount(each.places)} places\n${formatCount(each.actions)} quotas to ask for`,
      [
        ...Object.entries(calls).map(([operation, count]) => `${formatCount(count)} ${operation}`),
        `${formatCount(total)} in all, ${formatCount(each.refused)} refused`,
      ].join('\n'),
      `${formatCount(each.median)} ms\n(${formatCount(each.fastest)} to ${formatCount(each.slowest)}, ${each.runs} runs)`,
      `${formatCount(bound.milliseconds)} ms\n${formatCount(bound.calls)} calls by ${bound.perSecond} a second:\n${bound.rate}`,
      each.ratio.toFixed(2),
      `${formatCount(each.peakMemory / 1e6)} MB`,
      `${formatCount(explorer.pages)} pages\n${(explorer.pages / 100).toFixed(2)} USD\n${formatCount(explorer.groups)} groups, ${explorer.months} months`,
    ]);
  }
  return `${table.toString()}\nrates are taken without their bursts, within which few calls may be faster; pages of Cost Explorer hold 1,000 groups here, AWS states no number`;
}
