import { type BudgetStanding, type SpendStatus, awsSources, readSpendStatus } from '@bulkhead/aws';
import type { LoadedOrganization } from './load-definition.ts';
import type { Progress } from './progress.ts';
import type { OrganizationStatus } from './spend-organization-status.ts';
import { withAwsSession } from './aws-session.ts';

export { renderSpendStatus } from './spend-status-table.ts';

/**
 * Asks AWS Budgets, which costs nothing.
 *
 * @throws UserError while the organization is not deployed, or when AWS can't be reached
 */
export async function spendStatus(
  loaded: LoadedOrganization,
  month: string,
  progress: Progress,
): Promise<OrganizationStatus> {
  const what = 'reading budgets';
  progress.start(what);
  const budgets = await withAwsSession(loaded, (session, accounts) =>
    readSpendStatus(loaded.organization, awsSources(session, accounts).ledger),
  );
  progress.done(what);
  return { organization: loaded.organization.name, month, currency: 'USD', summary: summaryOf(budgets), budgets };
}

/** How many budgets stand how. */
export function summaryOf(budgets: readonly SpendStatus[]): OrganizationStatus['summary'] {
  const count = (standing: BudgetStanding) => budgets.filter((budget) => budget.standing === standing).length;
  return {
    over: count('over'),
    'forecast-over': count('forecast-over'),
    within: count('within'),
    'not-calculated': count('not-calculated'),
    missing: count('missing'),
  };
}

/** 0 every budget holds, 2 one is over or forecast to be, 1 one is unknown: what is over may then not be all. */
export function exitCodeOfStatus({ summary }: OrganizationStatus): 0 | 1 | 2 {
  if (summary.missing > 0 || summary['not-calculated'] > 0) return 1;
  return summary.over > 0 || summary['forecast-over'] > 0 ? 2 : 0;
}
