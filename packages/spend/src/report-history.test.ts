import { attribution, charge, month } from './__fixtures__/small-organization.ts';
import { SourceError } from './charge-source.ts';
import type { ChargeSource } from './charge-source.ts';
import { inMemoryChargeSource } from './in-memory-charge-source.ts';
import { reportMonth } from './report-month.ts';

describe('months', () => {
  const held = (months: readonly string[]) =>
    inMemoryChargeSource(months.map((each) => charge('1', '5', { month: each })));
  const ask = (source: ChargeSource, asked: string) =>
    reportMonth({ organization: 'acme', month: asked, metric: 'billed', attribution, source });

  test('that the source does not hold are refused with those that it holds', async () => {
    await expect(ask(held(['2026-08', '2026-07']), month)).rejects.toThrow(SourceError);
    await expect(ask(held(['2026-08', '2026-07']), month)).rejects.toThrow('got: 2026-10; it holds 2026-07, 2026-08');
    await expect(ask(held([]), month)).rejects.toThrow('it holds no month at all');
  });

  test.each(['2026-13', '2026-1', 'october', ''])('written %j are refused', async (asked) => {
    await expect(ask(held([month]), asked)).rejects.toThrow(
      `a month is written YYYY-MM, got: ${JSON.stringify(asked)}`,
    );
  });

  test('before the first of the source are unknown and never zero', async () => {
    const made = await ask(held([month]), month);
    expect(made.previousTotal).toBeNull();
    expect(made.unallocated.previousMonth).toBeNull();
    expect(made.cells.map(({ previousMonth }) => previousMonth)).toEqual([null, null, null, null]);
    expect(made.units.map(({ previousTotal }) => previousTotal)).toEqual([null, null, null]);
  });

  test('before this one that the source holds are zero where a cell had no charge', async () => {
    const made = await ask(held(['2026-09', month]), month);
    expect(made.cells.map(({ previousMonth }) => previousMonth)).toEqual(['5', '0', '0', '0']);
    expect(made.previousTotal).toBe('5');
  });

  test('with a gap between them are no previous months', async () => {
    const made = await ask(held(['2026-08', month]), month);
    expect(made.previousTotal).toBeNull();
    expect(made.trend.map((each) => each.month)).toEqual(['2026-08', month]);
  });

  test('of the trend are at most 14, end with this one, and none is later', async () => {
    const all = Array.from(
      { length: 20 },
      (_, index) => `${2025 + Math.floor((index + 6) / 12)}-${String(((index + 6) % 12) + 1).padStart(2, '0')}`,
    );
    const made = await ask(held(all), month);
    expect(made.trend).toHaveLength(14);
    expect(made.trend[0]?.month).toBe('2025-09');
    expect(made.trend.at(-1)?.month).toBe(month);
  });

  test.each([
    [[month], true],
    [['2026-09'], false],
  ])('are settled where the source says so: %j', async (settledMonths, settled) => {
    const source = inMemoryChargeSource([charge('1', '5')], { settledMonths });
    expect((await ask(source, month)).settled).toBe(settled);
  });
});
