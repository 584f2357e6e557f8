import { compareAmounts, subtract } from './money.ts';
import type { Cell, SpendReport, UnitReport } from './report.ts';

/** A cell that has a budget, and how the two compare. */
export interface BudgetLine {
  readonly unit: string;
  readonly phase: string;
  readonly cost: string;
  readonly budget: string;
  /** What the cost exceeds the budget by; null while it is within. */
  readonly over: string | null;
}

/** Cells with a budget, in their order. */
export function budgetLines({ cells }: SpendReport | UnitReport): readonly BudgetLine[] {
  return cells.flatMap(({ unit, phase, cost, budget }: Cell) => {
    if (budget === null) return [];
    const over = compareAmounts(cost, budget) > 0 ? subtract(cost, budget) : null;
    return [{ unit, phase, cost, budget, over }];
  });
}
