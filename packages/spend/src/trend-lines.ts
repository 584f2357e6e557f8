import type { Month } from './charge-source.ts';
import { compareAmounts, sum } from './money.ts';
import { monthsBetween } from './month.ts';
import type { SpendReport, UnitReport } from './report.ts';

/** More bands than this can't be told apart in one chart. */
const bandLimit = 6;

export interface TrendLines {
  /** Every month from the first that the source holds, without a gap. */
  readonly months: readonly Month[];
  /** One per unit, or per phase in a unit's report; amounts by month, null where the source does not hold it. */
  readonly bands: readonly TrendBand[];
  readonly totals: readonly (string | null)[];
}

export interface TrendBand {
  readonly name: string;
  /** `rest` adds up the bands that are too many to show, `unallocated` belongs to no unit. */
  readonly kind: 'named' | 'rest' | 'unallocated';
  readonly amounts: readonly (string | null)[];
}

/** The trend of a report by unit; of a unit's report by phase. */
export function trendLines(report: SpendReport | UnitReport): TrendLines {
  const [first] = report.trend;
  const months = monthsBetween(first?.month ?? report.month, report.month);
  const byMonth = new Map(report.trend.map((each) => [each.month, each]));
  const held = months.map((month) => byMonth.get(month));
  const amountsOf = (pick: (month: (typeof report.trend)[number]) => string | undefined) =>
    held.map((month) => (month === undefined ? null : (pick(month) ?? '0')));

  const named = namesOf(report).map((name): TrendBand => {
    const amounts = amountsOf(({ units }) =>
      report.scope === 'unit'
        ? units[0]?.phases.find(({ phase }) => phase === name)?.cost
        : units.find(({ unit }) => unit === name)?.cost,
    );
    return { name, kind: 'named', amounts };
  });
  const strays = amountsOf(({ units }) => units.find(({ unit }) => unit === null)?.cost);
  const unallocated: TrendBand = { name: 'unallocated', kind: 'unallocated', amounts: strays };
  const hasStrays = strays.some((amount) => amount !== null && amount !== '0');
  return {
    months,
    bands: [...largest(named, report.scope === 'unit' ? 'phases' : 'units'), ...(hasStrays ? [unallocated] : [])],
    totals: amountsOf(({ total }) => total),
  };
}

function namesOf(report: SpendReport | UnitReport): readonly string[] {
  return [...new Set(report.cells.map(({ unit, phase }) => (report.scope === 'unit' ? phase : unit)))];
}

/** The largest bands in their own order, then the sum of the others. */
function largest(bands: readonly TrendBand[], what: string): readonly TrendBand[] {
  if (bands.length <= bandLimit) return bands;
  const bySize = bands.map((band) => ({ band, size: sum(band.amounts.map((amount) => amount ?? '0')) }));
  const kept = new Set(
    bySize
      .sort((a, b) => compareAmounts(b.size, a.size))
      .slice(0, bandLimit - 1)
      .map(({ band }) => band),
  );
  const others = bands.filter((band) => !kept.has(band));
  const amounts = (bands[0]?.amounts ?? []).map((amount, index) =>
    amount === null ? null : sum(others.map((band) => band.amounts[index] ?? '0')),
  );
  return [...bands.filter((band) => kept.has(band)), { name: `${others.length} other ${what}`, kind: 'rest', amounts }];
}
