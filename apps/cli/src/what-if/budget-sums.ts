import { type Change, type Organization, accountsOf } from '@bulkhead/model';

/** The sum of the monthly budgets of a unit's accounts, in US dollars as decimal text; undefined where it has none. */
export interface BudgetSum extends Change<string> {
  /** A business unit, `enterprise`, or `total`. */
  readonly unit: string;
}

/** By unit, those that change, and the total last; empty where no budget changes. */
export function budgetSums(before: Organization, after: Organization): readonly BudgetSum[] {
  const old = sumsOf(before);
  const now = sumsOf(after);
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((unit) => ({ unit, before: textOf(old.get(unit)), after: textOf(now.get(unit)) }))
    .filter((sum) => sum.before !== sum.after)
    .sort((a, b) => Number(a.unit === total) - Number(b.unit === total));
}

const total = 'total';

/** In cents: a definition's amounts have at most two places. */
function sumsOf(organization: Organization): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { unit, budget } of accountsOf(organization)) {
    if (budget === undefined) continue;
    for (const key of [unit, total]) sums.set(key, (sums.get(key) ?? 0n) + centsOf(budget.amount));
  }
  return sums;
}

function centsOf(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(2, '0')}`);
}

function textOf(cents: bigint | undefined): string | undefined {
  if (cents === undefined) return undefined;
  const fraction = cents % 100n;
  return fraction === 0n ? `${cents / 100n}` : `${cents / 100n}.${String(fraction).padStart(2, '0')}`;
}
