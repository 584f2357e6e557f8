import type { ChargeGroup, ChargeSource, SourceDescription } from './charge-source.ts';
import { sum } from './money.ts';

/**
 * Charges that are already in memory, as a source: months are those that the charges name. The groups' one cost is
 * the answer for every metric. What the description says beyond that can be given.
 */
export function inMemoryChargeSource(
  groups: readonly ChargeGroup[],
  described: Partial<SourceDescription> = {},
): ChargeSource {
  const months = [...new Set(groups.map(({ month }) => month))].sort();
  const description: SourceDescription = {
    format: 'in memory',
    files: [],
    rows: groups.length,
    months,
    currency: 'USD',
    settledMonths: months,
    ...described,
  };
  return {
    describe: () => Promise.resolve(description),
    charges: ({ from, to }) => Promise.resolve(groups.filter(({ month }) => from <= month && month <= to)),
    total: (query) => Promise.resolve(sum(groups.filter(({ month }) => month === query.month).map(({ cost }) => cost))),
    close: () => Promise.resolve(),
  };
}
