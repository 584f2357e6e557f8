import { cellKey } from './attribution.ts';
import { sum } from './money.ts';
import type { SpendReport, UnitReport } from './report.ts';

/** The cells as a table: a row per unit, a column per phase, sums on both sides. */
export interface UnitPhaseGrid {
  readonly phases: readonly string[];
  readonly rows: readonly {
    readonly unit: string;
    /** One per phase; null where the unit does not have the phase. */
    readonly costs: readonly (string | null)[];
    readonly total: string;
  }[];
  readonly phaseTotals: readonly string[];
  /** The sum of all cells. */
  readonly total: string;
}

/** Units and phases in the order of the cells. */
export function unitPhaseGrid({ cells }: SpendReport | UnitReport): UnitPhaseGrid {
  const costs = new Map(cells.map((cell) => [cellKey(cell), cell.cost]));
  const phases = [...new Set(cells.map(({ phase }) => phase))];
  const units = [...new Set(cells.map(({ unit }) => unit))];
  const sumOf = (some: typeof cells) => sum(some.map(({ cost }) => cost));
  return {
    phases,
    rows: units.map((unit) => ({
      unit,
      costs: phases.map((phase) => costs.get(cellKey({ unit, phase })) ?? null),
      total: sumOf(cells.filter((cell) => cell.unit === unit)),
    })),
    phaseTotals: phases.map((phase) => sumOf(cells.filter((cell) => cell.phase === phase))),
    total: sumOf(cells),
  };
}
