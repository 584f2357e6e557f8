/** Who owns an account's spend. */
export interface Owner {
  readonly unit: string;
  readonly phase: string;
}

/** A cell of the report, with its budget per month; null where none is set. */
export interface BudgetedCell extends Owner {
  readonly budget: string | null;
}

/** The allocation key: account id to unit and phase, and the monthly budget of each unit and phase. */
export interface Attribution {
  readonly owners: ReadonlyMap<string, Owner>;
  /** Every unit and phase of the organization in the order to print, also where nothing was spent. */
  readonly cells: readonly BudgetedCell[];
}

/** One text per unit and phase; no two pairs share one. */
export function cellKey({ unit, phase }: Owner): string {
  return JSON.stringify([unit, phase]);
}

/** The cells to print, each once: those listed, then those that only an account names. */
export function cellsToPrint(attribution: Attribution): readonly BudgetedCell[] {
  const cells = new Map<string, BudgetedCell>();
  const fromAccounts = [...attribution.owners.values()].map(({ unit, phase }) => ({ unit, phase, budget: null }));
  for (const cell of [...attribution.cells, ...fromAccounts]) {
    if (!cells.has(cellKey(cell))) cells.set(cellKey(cell), cell);
  }
  return [...cells.values()];
}

/** Both attributions as one. `overrides` decides the accounts and the budgets that it names. */
export function mergeAttribution(base: Attribution, overrides: Attribution): Attribution {
  const budgets = new Map(overrides.cells.map((cell) => [cellKey(cell), cell.budget]));
  const cells = base.cells.map((cell) => ({ ...cell, budget: budgets.get(cellKey(cell)) ?? cell.budget }));
  const known = new Set(cells.map(cellKey));
  return {
    owners: new Map([...base.owners, ...overrides.owners]),
    cells: [...cells, ...overrides.cells.filter((cell) => !known.has(cellKey(cell)))],
  };
}
