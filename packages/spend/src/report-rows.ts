import { formatAmount, formatChange, formatKnownAmount, formatShare, noFigure } from './format-amount.ts';
import type { AccountCost, SpendReport, UnitReport } from './report.ts';

/** A report as a flat list: its cells; of an organization what is unallocated and rounding, if any; the total. */
export interface ReportRow {
  readonly row: 'cell' | 'unallocated' | 'rounding' | 'total';
  readonly unit: string | null;
  readonly phase: string | null;
  readonly accounts: readonly AccountCost[];
  readonly cost: string;
  readonly previousMonth: string | null;
  readonly budget: string | null;
}

export function reportRows(report: SpendReport | UnitReport): readonly ReportRow[] {
  const none = { unit: null, phase: null, budget: null };
  const cells = report.cells.map((cell): ReportRow => ({ row: 'cell', ...cell }));
  const unallocated: readonly ReportRow[] =
    report.scope === 'unit' ? [] : [{ row: 'unallocated', ...none, ...report.unallocated }];
  const rounding: readonly ReportRow[] =
    report.scope === 'unit' || report.rounding === null
      ? []
      : [{ row: 'rounding', ...none, accounts: [], cost: report.rounding.cost, previousMonth: null }];
  const accounts = [...cells, ...unallocated].flatMap((row) => row.accounts);
  const total = { row: 'total', ...none, accounts, cost: report.total, previousMonth: report.previousTotal } as const;
  return [...cells, ...unallocated, ...rounding, total];
}

/** A row in the words of a terminal or a document: amounts rounded for people, a dash for what is unknown. */
export interface SummaryRow {
  readonly unit: string;
  readonly phase: string;
  readonly accounts: string;
  readonly cost: string;
  /** Change against the month before. */
  readonly change: string;
  readonly budget: string;
  /** Cost in percent of the budget. */
  readonly used: string;
}

export function summaryRows(report: SpendReport | UnitReport): readonly SummaryRow[] {
  return reportRows(report).map((row) => ({
    unit: row.row === 'cell' ? (row.unit ?? '') : row.row,
    phase: row.phase ?? '',
    accounts: row.row === 'rounding' ? '' : String(row.accounts.length),
    cost: formatAmount(row.cost),
    change: formatChange(row.cost, row.previousMonth),
    budget: formatKnownAmount(row.budget),
    used: row.budget === null ? noFigure : formatShare(row.cost, row.budget),
  }));
}
