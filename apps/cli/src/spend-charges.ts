import {
  type CostExplorerChargeSource,
  costExplorerChargeSource,
  costExplorerPrice,
  costExplorerWindow,
} from '@bulkhead/aws';
import { openBillingExport } from '@bulkhead/billing-exports';
import { platformRoleArn } from '@bulkhead/model';
import type { ChargeSource, CostMetric } from '@bulkhead/spend';
import type { LoadedOrganization } from './load-definition.ts';
import type { Progress } from './progress.ts';
import { withSpendSession } from './spend-session.ts';

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

/** What AWS bills for the questions that were asked. */
export interface Billed {
  readonly pages: number;
  /** Decimal text. */
  readonly usd: string;
}

/** A source that was found to be readable, and the month that is wanted of it. */
export interface Charges {
  readonly source: ChargeSource;
  readonly month: string;
  /** What AWS has billed so far; undefined for a source that costs nothing. */
  readonly billed: () => Billed | undefined;
}

/** Gives the work the charges that are wanted, and closes their source whatever happens. */
export function withCharges<Result>(
  loaded: LoadedOrganization,
  wanted: ChargesWanted,
  progress: Progress,
  work: (charges: Charges) => Promise<Result>,
): Promise<Result> {
  const { from, month, metric } = wanted;
  return from.kind === 'export'
    ? fromExport(from.files, month, progress, work)
    : fromCostExplorer(loaded, { ...from, month: month ?? from.currentMonth, metric }, progress, work);
}

async function fromExport<Result>(
  files: readonly string[],
  month: string | undefined,
  progress: Progress,
  work: (charges: Charges) => Promise<Result>,
): Promise<Result> {
  progress.start('reading billing export');
  const source = await openBillingExport(files);
  try {
    const { months, rows, format } = await source.describe();
    progress.done('reading billing export', `${rows} rows of ${format}`);
    return await work({ source, month: month ?? months.at(-1) ?? '', billed: () => undefined });
  } finally {
    await source.close();
  }
}

async function fromCostExplorer<Result>(
  loaded: LoadedOrganization,
  request: { readonly currentMonth: string; readonly month: string; readonly metric: CostMetric },
  progress: Progress,
  work: (charges: Charges) => Promise<Result>,
): Promise<Result> {
  const { lastMonth, months } = costExplorerWindow(request);
  return withSpendSession(loaded, async (session, { managementAccountId }) => {
    const client = session.costExplorer(managementAccountId);
    const role = platformRoleArn(managementAccountId, 'spend-reader');
    const source = costExplorerChargeSource({ client, role, lastMonth, months });
    progress.start('asking Cost Explorer');
    try {
      const { rows, months: held } = await source.describe();
      progress.done('asking Cost Explorer', `${rows} groups of ${held.length} months`);
      return await work({ source, month: lastMonth, billed: () => billedBy(source) });
    } catch (error) {
      // what fails after a question was answered has cost something all the same
      if (source.billedPages() > 0) progress.note(billedWords(billedBy(source)));
      throw error;
    } finally {
      await source.close();
    }
  });
}

const billedBy = (source: CostExplorerChargeSource): Billed => ({
  pages: source.billedPages(),
  usd: costExplorerPrice(source.billedPages()),
});

/** For people: `Cost Explorer billed 2 pages, 0.02 USD`. */
export function billedWords({ pages, usd }: Billed): string {
  return `Cost Explorer billed ${pages} ${pages === 1 ? 'page' : 'pages'}, ${usd} USD`;
}
