import { type CostMetric, type Month, SourceError, isMonth, monthsBefore, monthsBetween } from '@bulkhead/spend';
import type { ExplorerMetric } from './cost-explorer-answers.ts';

/** Cost Explorer keeps the current month and 13 before it (Cost Management User Guide). */
const keptMonths = 14;

/** What a report wants from Cost Explorer. */
export interface CostExplorerRequest {
  readonly month: Month;
  /** The month that it is, in UTC. */
  readonly currentMonth: Month;
  readonly metric: CostMetric;
}

/** The months that a report reads: all that are kept, up to its own. */
export interface CostExplorerWindow {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly months: number;
}

/**
 * The window of a request, found out before anything is asked, since AWS bills each question.
 *
 * @throws SourceError for a month or a metric that Cost Explorer does not have
 */
export function costExplorerWindow({ month, currentMonth, metric }: CostExplorerRequest): CostExplorerWindow {
  explorerMetric(metric);
  const firstMonth = monthsBefore(currentMonth, keptMonths - 1);
  if (!isMonth(month) || month < firstMonth || month > currentMonth) {
    const instead = month < firstMonth ? '; read older ones from a billing export' : '';
    throw new SourceError(
      `Cost Explorer has the ${keptMonths} months from ${firstMonth} to ${currentMonth}${instead}, got: ${month}`,
    );
  }
  return { firstMonth, lastMonth: month, months: monthsBetween(firstMonth, month).length };
}

/**
 * Cost Explorer's name of a metric.
 *
 * @throws SourceError for one that it does not have
 */
export function explorerMetric(metric: CostMetric): ExplorerMetric {
  switch (metric) {
    case 'billed':
      return 'UnblendedCost';
    case 'effective':
      return 'AmortizedCost';
    case 'list':
      throw new SourceError(
        `Cost Explorer has no list prices, ask for billed or effective, or read a billing export, got: ${metric}`,
      );
  }
}
