import type { CostMetric } from '@bulkhead/spend';
import type { LoadedOrganization } from './load-definition.ts';
import type { Progress } from './progress.ts';
import type { Charges } from './spend-source.ts';

/** Where the charges of a report come from. */
export type ChargesFrom =
  | { readonly kind: 'export'; readonly files: readonly string[] }
  /** The month that it is, in UTC. */
  | { readonly kind: 'cost-explorer'; readonly currentMonth: string };

export interface ChargesWanted {
  readonly from: ChargesFrom;
  /** `YYYY-MM`; by default the newest month of an export, and of Cost Explorer the current one. */
  readonly month?: string;
  readonly metric: CostMetric;
}

/**
 * Gives the work the charges that are wanted, and closes their source whatever happens. Loads what reads that source
 * and not the other one: half a second each.
 */
export async function withCharges<Result>(
  loaded: LoadedOrganization,
  { from, month, metric }: ChargesWanted,
  progress: Progress,
  work: (charges: Charges) => Promise<Result>,
): Promise<Result> {
  if (from.kind === 'export') {
    const { withExport } = await import('./spend-from-export.ts');
    return withExport(from.files, month, progress, work);
  }
  const { withCostExplorer } = await import('./spend-from-cost-explorer.ts');
  const { currentMonth } = from;
  return withCostExplorer(loaded, { currentMonth, month: month ?? currentMonth, metric }, progress, work);
}
