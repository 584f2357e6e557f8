import { type Budget, type BudgetsClient, paginateDescribeBudgets } from '@aws-sdk/client-budgets';
import type { BudgetLedger, BudgetState } from '@bulkhead/controller';
import { reaching } from './access-error.ts';
import { globalRegion } from './global-region.ts';
import { itemsOfPages } from './items-of-pages.ts';

/** IAM actions that the ledger uses: DescribeBudgets is allowed by ViewBudget (Service Authorization Reference). */
export const budgetLedgerActions = ['budgets:ViewBudget'] as const;

export interface BudgetLedgerOptions {
  readonly client: BudgetsClient;
  /** The management account, where the budgets are. */
  readonly accountId: string;
  /** ARN of the role as which the client acts, in that account. */
  readonly role: string;
}

/** AWS Budgets as the ledger. Budgets that are not monthly, not of cost, or not in US dollars are left out. */
export function budgetLedger({ client, accountId, role }: BudgetLedgerOptions): BudgetLedger {
  return {
    budgets: () =>
      reaching({ action: budgetLedgerActions[0], role, region: globalRegion }, async () => {
        const pages = paginateDescribeBudgets({ client, pageSize: 100 }, { AccountId: accountId });
        const budgets = await itemsOfPages(pages, ({ Budgets }) => Budgets);
        return budgets.flatMap((budget) => findState(budget) ?? []);
      }),
  };
}

/** Until AWS has calculated a new budget it leaves the amounts out; that is unknown, and neither zero nor no budget. */
function findState({
  BudgetName,
  BudgetType,
  TimeUnit,
  BudgetLimit,
  CalculatedSpend,
}: Budget): BudgetState | undefined {
  const limit = BudgetLimit?.Amount;
  if (BudgetType !== 'COST' || TimeUnit !== 'MONTHLY' || BudgetLimit?.Unit !== 'USD') return undefined;
  if (BudgetName === undefined || limit === undefined) return undefined;
  const { ActualSpend, ForecastedSpend } = CalculatedSpend ?? {};
  return {
    name: BudgetName,
    limit,
    actual: ActualSpend?.Amount ?? null,
    forecast: ForecastedSpend?.Amount ?? null,
  };
}
