import Table from 'cli-table3';
import type { AccessFigures } from './access-figures.ts';
import { formatCount } from './render-comparisons.ts';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** A table for people: what was proved, how long it took, beside the simulator alone, and memory. */
export function renderAccess(figures: readonly AccessFigures[]): string {
  const table = new Table({
    head: ['access', 'proved', 'bulkhead', 'simulator alone', 'ratio', 'peak memory'],
    style: { head: [], border: [] },
  });
  for (const each of figures) {
    table.push([
      `${each.name}\n${formatCount(each.accounts)} with management and shared ones\n${formatCount(each.principals)} principals`,
      `${formatCount(each.promises)} promises, ${formatCount(each.broken)} broken\n${formatCount(each.questions)} questions\n${formatCount(each.cells)} cells`,
      `${seconds(each.wall)}\nreading ${seconds(each.reading)}\nmatrix ${seconds(each.matrix)}\npromises ${seconds(each.proving)}`,
      `${seconds(each.simulating)}\n${formatCount(each.simulations)} different questions`,
      each.ratio.toFixed(2),
      `${formatCount(each.peakMemory / 1e6)} MB`,
    ]);
  }
  return table.toString();
}
