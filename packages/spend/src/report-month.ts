import { attributeCharges, breakdownOf, cellsOf, trendMonthOf, unallocatedOf } from './attribute-charges.ts';
import type { AttributedCharge } from './attribute-charges.ts';
import { cellsToPrint } from './attribution.ts';
import type { Attribution } from './attribution.ts';
import { SourceError } from './charge-source.ts';
import type { ChargeSource, CostMetric, Month } from './charge-source.ts';
import { isMonth, monthsBefore } from './month.ts';
import { reconcile } from './reconcile.ts';
import type { SpendReport, UnitBreakdown } from './report.ts';

/** Cost Explorer shows the current month and 13 before it, so a report never looks further back. */
const trendLength = 14;

export interface ReportRequest {
  /** The organization's name, for people. */
  readonly organization: string;
  readonly month: Month;
  readonly metric: CostMetric;
  readonly attribution: Attribution;
  readonly source: ChargeSource;
}

/**
 * One month's spend by business unit and phase.
 *
 * Rejects with `SourceError` where the source does not hold the month, and with `ReconciliationError` where the
 * cells and what is unallocated do not add up to the source's own total, to the last digit; of a source that rounds,
 * where they differ by more than its bound.
 */
export async function reportMonth(request: ReportRequest): Promise<SpendReport> {
  const { organization, month, metric, attribution, source } = request;
  const description = await source.describe();
  const held = heldMonths(month, description.months);

  const groups = await source.charges({ metric, from: held[0] ?? month, to: month });
  const charges = new Map<Month, AttributedCharge[]>(held.map((each) => [each, []]));
  for (const charge of attributeCharges(groups, attribution)) charges.get(charge.month)?.push(charge);

  const current = charges.get(month) ?? [];
  const previous = charges.get(monthsBefore(month, 1)) ?? null;
  const printed = cellsToPrint(attribution);
  const cells = cellsOf(printed, current, previous);
  const unallocated = unallocatedOf(current, previous);

  const { reconciliation, rounding } = reconcile({
    sourceTotal: await source.total({ metric, month }),
    rows: [...cells.map(({ cost }) => cost), unallocated.cost],
    bound: (await source.roundingBound?.({ month })) ?? null,
    currency: description.currency,
  });

  const { previousTotal, kinds, services } = breakdownOf(current, previous);
  const units: readonly (string | null)[] = [...new Set(cells.map(({ unit }) => unit)), null];
  return {
    scope: 'organization',
    organization,
    month,
    currency: description.currency,
    metric,
    settled: description.settledMonths.includes(month),
    total: reconciliation.reportTotal,
    previousTotal,
    reconciliation,
    cells,
    unallocated,
    rounding,
    kinds,
    services,
    units: units.map((unit): UnitBreakdown => {
      const isOwn = ({ owner }: AttributedCharge) => (owner?.unit ?? null) === unit;
      return { unit, ...breakdownOf(current.filter(isOwn), previous?.filter(isOwn) ?? null) };
    }),
    trend: [...charges].map(([each, own]) => trendMonthOf(each, printed, own)),
    source: { format: description.format, files: description.files, rows: description.rows },
  };
}

/** The months of the trend that the source holds, ascending; they end with the month asked for. */
function heldMonths(month: Month, months: readonly Month[]): readonly Month[] {
  if (!isMonth(month)) throw new SourceError(`a month is written YYYY-MM, got: ${JSON.stringify(month)}`);
  if (!months.includes(month)) {
    const held = months.length === 0 ? 'no month at all' : [...months].sort().join(', ');
    throw new SourceError(`ask for a month that the source holds, got: ${month}; it holds ${held}`);
  }
  const first = monthsBefore(month, trendLength - 1);
  return months.filter((each) => first <= each && each <= month).sort();
}
