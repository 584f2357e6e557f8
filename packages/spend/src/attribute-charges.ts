import { cellKey } from './attribution.ts';
import type { Attribution, BudgetedCell, Owner } from './attribution.ts';
import type { ChargeGroup, ChargeKind } from './charge-source.ts';
import { groupBy } from './group-by.ts';
import { compareAmounts, sum, sumBy } from './money.ts';
import type { AccountCost, Breakdown, Cell, TrendMonth, Unallocated } from './report.ts';

/** A group of charges with its owner; null where the organization has none for it. */
export interface AttributedCharge extends ChargeGroup {
  readonly owner: Owner | null;
}

/** One month's charges; null where the source does not hold the month, which is not the same as none. */
export type MonthCharges = readonly AttributedCharge[] | null;

const kindOrder: readonly ChargeKind[] = ['usage', 'purchase', 'credit', 'refund', 'tax', 'support', 'adjustment'];

export function attributeCharges(groups: readonly ChargeGroup[], { owners }: Attribution): readonly AttributedCharge[] {
  return groups.map((group) => ({
    ...group,
    owner: group.accountId === null ? null : (owners.get(group.accountId) ?? null),
  }));
}

/** Every cell with its accounts, in the order given, also where nothing was charged. */
export function cellsOf(
  cells: readonly BudgetedCell[],
  charges: readonly AttributedCharge[],
  previous: MonthCharges,
): readonly Cell[] {
  const byCell = groupBy(charges, ({ owner }) => (owner === null ? null : cellKey(owner)));
  const previousCosts = previous && costsByCell(previous);
  return cells.map((cell) => {
    const own = byCell.get(cellKey(cell)) ?? [];
    return {
      unit: cell.unit,
      phase: cell.phase,
      accounts: accountsOf(own),
      cost: costOf(own),
      previousMonth: previousCosts && (previousCosts.get(cellKey(cell)) ?? '0'),
      budget: cell.budget,
    };
  });
}

export function unallocatedOf(charges: readonly AttributedCharge[], previous: MonthCharges): Unallocated {
  const strays = charges.filter(({ owner }) => owner === null);
  return {
    cost: costOf(strays),
    previousMonth: previous && costOf(previous.filter(({ owner }) => owner === null)),
    accounts: accountsOf(strays),
    withoutAccount: costOf(strays.filter(({ accountId }) => accountId === null)),
  };
}

/** The charges' total, and the same total by kind and by service. */
export function breakdownOf(charges: readonly AttributedCharge[], previous: MonthCharges): Breakdown {
  const kinds = sumBy(charges, ({ kind }) => kind);
  const services = [...sumBy(charges, ({ service }) => service)].map(([service, cost]) => ({ service, cost }));
  return {
    total: costOf(charges),
    previousTotal: previous && costOf(previous),
    kinds: kindOrder.flatMap((kind) => {
      const cost = kinds.get(kind);
      return cost === undefined ? [] : [{ kind, cost }];
    }),
    services: services.sort((a, b) => compareAmounts(b.cost, a.cost) || compareTexts(a.service ?? '', b.service ?? '')),
  };
}

export function trendMonthOf(month: string, cells: readonly Owner[], charges: readonly AttributedCharge[]): TrendMonth {
  const costs = costsByCell(charges);
  const phasesByUnit = groupBy(
    cells.map((cell) => ({ ...cell, cost: costs.get(cellKey(cell)) ?? '0' })),
    ({ unit }) => unit,
  );
  const units = [...phasesByUnit].map(([unit, phases]) => ({
    unit,
    cost: costOf(phases),
    phases: phases.map(({ phase, cost }) => ({ phase, cost })),
  }));
  const unallocated = { unit: null, cost: costs.get(null) ?? '0', phases: [] };
  return { month, total: costOf(charges), units: [...units, unallocated] };
}

function costsByCell(charges: readonly AttributedCharge[]): ReadonlyMap<string | null, string> {
  return sumBy(charges, ({ owner }) => (owner === null ? null : cellKey(owner)));
}

function accountsOf(charges: readonly AttributedCharge[]): readonly AccountCost[] {
  const byAccount = groupBy(charges, ({ accountId }) => accountId);
  return [...byAccount]
    .flatMap(([id, own]) => (id === null ? [] : [{ id, name: nameOf(own), cost: costOf(own) }]))
    .sort((a, b) => compareAmounts(b.cost, a.cost) || compareTexts(a.id, b.id));
}

/** A renamed account has several names in one month and nothing says which is newer: the first by alphabet. */
function nameOf(charges: readonly AttributedCharge[]): string | null {
  const names = charges.flatMap(({ accountName }) => (accountName === null ? [] : [accountName]));
  return names.sort(compareTexts)[0] ?? null;
}

function costOf(items: readonly { readonly cost: string }[]): string {
  return sum(items.map(({ cost }) => cost));
}

// By code unit and not by locale, so that every machine sorts alike.
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
