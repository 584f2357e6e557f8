import type { BudgetLedger, BudgetState } from '@bulkhead/controller';
import { type Account, type Organization, accountsOf, enterpriseUnit } from '@bulkhead/model';
import Big from 'big.js';

/**
 * How an account stands against its budget.
 *
 * - `over`: it has spent more
 * - `forecast-over`: it will have by the end of the month, as AWS forecasts
 * - `not-calculated`: AWS has the budget and has not counted against it yet
 * - `missing`: AWS has no monthly cost budget of the account's name
 */
export type BudgetStanding = 'within' | 'forecast-over' | 'over' | 'not-calculated' | 'missing';

/** An account's spend of this month against its budget, in US dollars as decimal text. */
export interface SpendStatus {
  readonly account: string;
  readonly unit: string;
  readonly phase: string;
  /** Of the definition, per month. */
  readonly budget: string;
  /** Of AWS; null where it has none. It differs from the definition's until that is deployed. */
  readonly budgetAtAws: string | null;
  /** Null where it is not known, which is not zero. */
  readonly actual: string | null;
  /** By the end of the month; null where AWS has too little history to tell. */
  readonly forecast: string | null;
  readonly standing: BudgetStanding;
}

/**
 * This month's spend and forecast against the budget of each account that has one: the enterprise, then units in the
 * definition's order, in each the account that has used most of its budget first. Rejects as the ledger does.
 */
export async function readSpendStatus(
  organization: Organization,
  ledger: BudgetLedger,
): Promise<readonly SpendStatus[]> {
  const states = new Map((await ledger.budgets()).map((state) => [state.name, state]));
  const accounts = accountsOf(organization);
  const units = [enterpriseUnit, ...organization.businessUnits.map(({ name }) => name)];
  return units.flatMap((unit) =>
    accounts
      .filter((account) => account.unit === unit)
      .flatMap((account) => statusOf(account, states) ?? [])
      .sort((a, b) => shareUsed(b).cmp(shareUsed(a))),
  );
}

function statusOf(
  { name, unit, phase, budget }: Account,
  states: ReadonlyMap<string, BudgetState>,
): SpendStatus | undefined {
  if (!budget) return undefined;
  const state = states.get(name);
  return {
    account: name,
    unit,
    phase,
    budget: budget.amount,
    budgetAtAws: state?.limit ?? null,
    actual: state?.actual ?? null,
    forecast: state?.forecast ?? null,
    standing: standingOf(budget.amount, state),
  };
}

function standingOf(budget: string, state: BudgetState | undefined): BudgetStanding {
  if (!state) return 'missing';
  if (state.actual === null) return 'not-calculated';
  if (new Big(state.actual).gt(budget)) return 'over';
  return state.forecast !== null && new Big(state.forecast).gt(budget) ? 'forecast-over' : 'within';
}

/** To sort by: what is unknown comes last, what is spent without any budget first. */
function shareUsed({ actual, budget }: SpendStatus): Big {
  if (actual === null) return new Big(-1);
  return new Big(budget).gt(0) ? new Big(actual).div(budget) : new Big(actual).times('1e9');
}
