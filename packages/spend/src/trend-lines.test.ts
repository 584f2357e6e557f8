import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { reportMonth } from './report-month.ts';
import type { SpendReport } from './report.ts';
import { trendLines } from './trend-lines.ts';

async function reportOf(unitCount: number, months: readonly string[], strays = '0'): Promise<SpendReport> {
  const units = Array.from({ length: unitCount }, (_, index) => `unit-${index + 1}`);
  const owners = new Map(units.map((unit) => [unit, { unit, phase: 'prod' }]));
  const charge = { accountName: null, service: null, kind: 'usage' as const };
  const charges = months.flatMap((month) => [
    ...units.map((unit, index) => ({ ...charge, month, accountId: unit, cost: String(index + 1) })),
    { ...charge, month, accountId: null, cost: strays },
  ]);
  const source = inMemoryChargeSource(charges);
  const attribution = { owners, cells: [] };
  return reportMonth({ organization: 'acme', month: '2026-10', metric: 'billed', attribution, source });
}

test('a month that the source does not hold is a gap in the trend and not zero', async () => {
  const { months, bands, totals } = trendLines(await reportOf(1, ['2026-08', '2026-10']));
  expect(months).toEqual(['2026-08', '2026-09', '2026-10']);
  expect(totals).toEqual(['1', null, '1']);
  expect(bands.map(({ amounts }) => amounts)).toEqual([['1', null, '1']]);
});

test('more units than can be told apart are the largest in their order, and the exact sum of the others', async () => {
  const { bands } = trendLines(await reportOf(9, ['2026-10']));
  expect(bands.map(({ name, amounts }) => [name, amounts[0]])).toEqual([
    ['unit-5', '5'],
    ['unit-6', '6'],
    ['unit-7', '7'],
    ['unit-8', '8'],
    ['unit-9', '9'],
    ['4 other units', '10'],
  ]);
});

test.each([
  ['0', []],
  ['-3', [{ name: 'unallocated', kind: 'unallocated', amounts: ['-3'] }]],
])('what is unallocated, %s, is a band where there is any', async (strays, expected) => {
  const { bands } = trendLines(await reportOf(1, ['2026-10'], strays));
  expect(bands.slice(1)).toEqual(expected);
});
