import Table from 'cli-table3';
import type { Comparison, Figures } from './comparison.ts';

/** 1234567 as 1,234,567, whatever the machine's language. */
export const formatCount = (value: number) =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');

const megabytes = (bytes: number) => `${formatCount(bytes / 1e6)} MB`;

function duration({ median, fastest, slowest, rowsPerSecond }: Figures): string {
  const range = `${formatCount(median)} ms (${formatCount(fastest)} to ${formatCount(slowest)})`;
  return rowsPerSecond === null ? range : `${range}\n${formatCount(rowsPerSecond)} rows/s`;
}

/** A table for people: what was compared, medians with their range, ratio, memory, and what came out. */
export function renderComparisons(comparisons: readonly Comparison[]): string {
  const table = new Table({
    head: ['', 'bulkhead', 'peer', 'ratio', 'peak memory'],
    style: { head: [], border: [] },
  });
  for (const { name, measure, product, peer, ratio, memoryRatio } of comparisons) {
    table.push([
      `${name}\n${measure === 'process' ? 'whole process' : 'work alone'}, beside ${peer.name}`,
      `${duration(product)}\n${product.result}`,
      `${duration(peer)}\n${peer.result}`,
      ratio.toFixed(2),
      `bulkhead ${megabytes(product.peakMemory)}\npeer ${megabytes(peer.peakMemory)}\nratio ${memoryRatio.toFixed(2)}`,
    ]);
  }
  return table.toString();
}
