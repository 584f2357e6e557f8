import { costExplorerEstimate, costExplorerWindow } from '@bulkhead/aws';
import { type CostMetric, SourceError } from '@bulkhead/spend';
import type { LoadedOrganization } from './load-definition.ts';
import { entryAccounts } from './aws-session.ts';
import { UserError } from './user-error.ts';

/** What a report from Cost Explorer would ask, and what AWS would bill for it. */
export interface SpendDryRun {
  readonly organization: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly queries: number;
  /** AWS cuts answers into pages at a size that it does not tell. */
  readonly minimumPages: number;
  /** USD for those pages, decimal text. */
  readonly usd: string;
  readonly usdPerFurtherPage: string;
}

/**
 * Finds out what a report would cost, without a call to AWS.
 *
 * @throws UserError for what Cost Explorer could not answer, or while the organization is not deployed
 */
export function dryRun(
  loaded: LoadedOrganization,
  request: { readonly currentMonth: string; readonly month?: string; readonly metric: CostMetric },
): SpendDryRun {
  entryAccounts(loaded);
  try {
    const { currentMonth, month = currentMonth, metric } = request;
    const { firstMonth, lastMonth } = costExplorerWindow({ currentMonth, month, metric });
    const { queries, usd, usdPerPage } = costExplorerEstimate();
    return {
      organization: loaded.organization.name,
      firstMonth,
      lastMonth,
      queries,
      minimumPages: queries,
      usd,
      usdPerFurtherPage: usdPerPage,
    };
  } catch (error) {
    throw error instanceof SourceError ? new UserError(error.message, { cause: error }) : error;
  }
}

/** The same for people. */
export function renderDryRun(run: SpendDryRun): string {
  const { organization, firstMonth, lastMonth, queries, minimumPages, usd, usdPerFurtherPage } = run;
  return [
    `Cost Explorer would be asked about ${organization} from ${firstMonth} to ${lastMonth}:`,
    `  ${queries} queries, whatever the number of accounts`,
    `  at least ${minimumPages} pages, ${usd} USD`,
    `  ${usdPerFurtherPage} USD more for each further page that AWS cuts an answer into`,
    'nothing was asked\n',
  ].join('\n');
}
