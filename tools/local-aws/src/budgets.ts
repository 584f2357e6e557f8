import {
  type Budget,
  DescribeBudgets$,
  type DescribeBudgetsCommandInput,
  type DescribeBudgetsCommandOutput,
} from '@aws-sdk/client-budgets';
import { type Amount, formatAmount } from '@bulkhead/sample-billing';
import { AwsError } from './aws-error.ts';
import { dailyRate } from './cost-forecast.ts';
import { type CostLine, costLinesOf, linesOfAccounts } from './cost-lines.ts';
import { dayOf, daysBetween, monthAfter } from './cost-periods.ts';
import { operation } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import { awsJson } from './protocols.ts';
import { type Service, jsonCodes } from './service.ts';
import type { WorldBudget } from './world.ts';

const describeBudgets = operation<DescribeBudgetsCommandInput, DescribeBudgetsCommandOutput>(
  DescribeBudgets$,
  ({ AccountId = '', MaxResults = 100, NextToken }, { world, caller, clock }) => {
    if (AccountId !== caller.accountId) {
      throw new AwsError('AccessDeniedException', `Account ${AccountId} is not the account of ${caller.arn}`);
    }
    // The budgets of an organization stand in its management account.
    const own = AccountId === world.organization.managementAccountId ? world.budgets : [];
    const { page, next } = pageOf(own, MaxResults, NextToken, { code: 'InvalidNextTokenException' });
    const lines = costLinesOf(world);
    return { Budgets: page.map((budget) => describe(budget, lines, clock.now())), ...withToken(next) };
  },
  () => ({ action: 'budgets:ViewBudget' }),
);

function describe({ name, limit, timeUnit, accountIds }: WorldBudget, lines: readonly CostLine[], now: number): Budget {
  const counted = accountIds.length === 0 ? lines : linesOfAccounts(lines, accountIds);
  const month = monthAfter(dayOf(now), 0);
  const { actual, forecast } = spendOf(counted, dayOf(now));
  return {
    BudgetName: name,
    BudgetLimit: usd(limit),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what Terraform's cost_filter makes, AWS gives back so
    ...(accountIds.length > 0 ? { CostFilters: { LinkedAccount: [...accountIds] } } : {}),
    TimeUnit: timeUnit as 'MONTHLY',
    TimePeriod: { Start: new Date(`${month}T00:00:00Z`), End: new Date('2087-06-15T00:00:00Z') },
    CalculatedSpend: {
      ActualSpend: usd(formatAmount(actual)),
      // Forecasts need about five weeks of history; without them AWS leaves the member out.
      ...(forecast === undefined ? {} : { ForecastedSpend: usd(formatAmount(forecast)) }),
    },
    BudgetType: 'COST',
    LastUpdatedTime: new Date(now),
  };
}

const usd = (Amount: string) => ({ Amount, Unit: 'USD' });

/** USD of this month so far, and by its end. */
function spendOf(lines: readonly CostLine[], today: string): { actual: Amount; forecast: Amount | undefined } {
  const month = monthAfter(today, 0);
  const actual = lines
    .filter(({ day }) => day >= month && day <= today)
    .reduce((sum, { unblended }) => sum + unblended, 0n);
  try {
    const rate = dailyRate(lines, today, ({ unblended }) => unblended);
    return { actual, forecast: actual + rate * BigInt(daysBetween(today, monthAfter(today, 1)) - 1) };
  } catch (error) {
    if (error instanceof AwsError) return { actual, forecast: undefined };
    throw error;
  }
}

export const budgets: Service = {
  name: 'budgets',
  target: 'AWSBudgetServiceGateway',
  protocol: awsJson('1.1'),
  operations: [describeBudgets],
  codes: { ...jsonCodes, throttled: ['ThrottlingException', 'Rate exceeded', 400] },
};
