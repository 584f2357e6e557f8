import type { Account, Budget } from '@bulkhead/model';
import { BudgetsBudget } from '@cdktf/provider-aws/lib/budgets-budget/index.js';
import { Construct } from 'constructs';

export interface AccountBudgetProps {
  readonly account: Account;
  readonly budget: Budget;
  readonly accountId: string;
}

/** Percent of the budget at which the owner is told. AWS Budgets allows five notifications. */
const notifications = [
  { notificationType: 'ACTUAL', threshold: 50 },
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'ACTUAL', threshold: 100 },
  { notificationType: 'FORECASTED', threshold: 100 },
];

/** The monthly budget of one account. It stands in the management account: only there can it be filtered by account. */
export class AccountBudget extends Construct {
  constructor(scope: Construct, id: string, { account, budget, accountId }: AccountBudgetProps) {
    super(scope, id);
    new BudgetsBudget(this, 'Default', {
      name: account.name,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      limitAmount: budget.amount,
      limitUnit: budget.currency,
      costFilter: [{ name: 'LinkedAccount', values: [accountId] }],
      notification: notifications.map((notification) => ({
        ...notification,
        comparisonOperator: 'GREATER_THAN',
        thresholdType: 'PERCENTAGE',
        subscriberEmailAddresses: [account.tags.Owner],
      })),
    });
  }
}
