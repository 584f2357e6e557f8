import type { ActionClass } from '../simulate/action-classes.ts';
import type { Cell } from './matrix.ts';

/** What one principal may do in one account. */
export interface MatrixRow {
  readonly principal: string;
  readonly cells: ReadonlyMap<ActionClass, Cell>;
}

/** Rows by account, in the order of the cells. */
export function rowsByAccount(cells: readonly Cell[]): ReadonlyMap<string, readonly MatrixRow[]> {
  const accounts = new Map<string, Map<string, Map<ActionClass, Cell>>>();
  for (const cell of cells) {
    const rows = accounts.get(cell.account) ?? new Map<string, Map<ActionClass, Cell>>();
    const row = rows.get(cell.principal) ?? new Map<ActionClass, Cell>();
    row.set(cell.actionClass, cell);
    rows.set(cell.principal, row);
    accounts.set(cell.account, rows);
  }
  return new Map(
    [...accounts].map(([account, rows]) => [
      account,
      [...rows].map(([principal, each]) => ({ principal, cells: each })),
    ]),
  );
}
