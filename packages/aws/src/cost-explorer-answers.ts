import type { GetCostAndUsageCommandOutput, MetricValue } from '@aws-sdk/client-cost-explorer';
import { type ChargeKind, type Month, SourceError } from '@bulkhead/spend';
import { kindOfRecordType } from './record-types.ts';

/** Cost Explorer's metrics that a report can be made of. */
export type ExplorerMetric = 'UnblendedCost' | 'AmortizedCost';

/** One linked account's charges of one month and record type. */
export interface ExplorerGroup {
  readonly month: Month;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly kind: ChargeKind;
  /** Decimal text. */
  readonly cost: Readonly<Record<ExplorerMetric, string>>;
}

/** The groups of a query by linked account and record type, in AWS's order. */
export function groupsOf(pages: readonly GetCostAndUsageCommandOutput[]): readonly ExplorerGroup[] {
  const names = new Map(
    pages.flatMap(({ DimensionValueAttributes = [] }) =>
      DimensionValueAttributes.map(({ Value, Attributes }) => [Value, Attributes?.['description'] ?? null] as const),
    ),
  );
  return pages.flatMap(({ ResultsByTime = [] }) =>
    ResultsByTime.flatMap(({ TimePeriod, Groups = [] }) =>
      Groups.map(({ Keys: [accountId = '', recordType = ''] = [], Metrics }) => ({
        month: monthOf(TimePeriod),
        accountId: accountId || null,
        accountName: names.get(accountId) ?? null,
        kind: kindOfRecordType(recordType),
        cost: costOf(Metrics, `${accountId} ${recordType} in ${monthOf(TimePeriod)}`),
      })),
    ),
  );
}

/** A month's total in a query without groups; undefined where the query did not ask for it. */
export function findTotal(
  pages: readonly GetCostAndUsageCommandOutput[],
  month: Month,
): Readonly<Record<ExplorerMetric, string>> | undefined {
  const results = pages.flatMap(({ ResultsByTime = [] }) => ResultsByTime);
  const found = results.find(({ TimePeriod }) => monthOf(TimePeriod) === month);
  return found && costOf(found.Total, month);
}

/** Months of which a page says that they may still change. */
export function estimatedMonthsOf(pages: readonly GetCostAndUsageCommandOutput[]): ReadonlySet<Month> {
  const results = pages.flatMap(({ ResultsByTime = [] }) => ResultsByTime);
  return new Set(results.filter(({ Estimated }) => Estimated !== false).map(({ TimePeriod }) => monthOf(TimePeriod)));
}

/** Every currency in an answer. */
export function currenciesOf(pages: readonly GetCostAndUsageCommandOutput[]): readonly string[] {
  const metrics = pages.flatMap(({ ResultsByTime = [] }) =>
    ResultsByTime.flatMap(({ Groups = [], Total = {} }) => [Total, ...Groups.map(({ Metrics = {} }) => Metrics)]),
  );
  const units = metrics.flatMap((each) => Object.values(each).flatMap(({ Unit }) => Unit ?? []));
  return [...new Set(units)].sort();
}

const monthOf = (period: { readonly Start?: string | undefined } | undefined): Month =>
  period?.Start?.slice(0, 7) ?? '';

/** An amount that is missing is a fault of the answer, and not zero. */
function costOf(metrics: Readonly<Record<string, MetricValue>> | undefined, where: string) {
  const amount = (metric: ExplorerMetric) => {
    const found = metrics?.[metric]?.Amount;
    if (found === undefined) throw new SourceError(`Cost Explorer gives no ${metric} for ${where}, ask again later`);
    return found;
  };
  return { UnblendedCost: amount('UnblendedCost'), AmortizedCost: amount('AmortizedCost') };
}
