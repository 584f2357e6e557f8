import { stringify } from 'csv-stringify/sync';
import type { SpendReport, UnitReport } from './report.ts';
import { reportRows } from './report-rows.ts';

const columns = [
  'organization',
  'month',
  'currency',
  'metric',
  'row',
  'unit',
  'phase',
  'accounts',
  'cost',
  'previous_month',
  'budget',
];

/** Amounts are ours and may start with a minus; every other text could be a formula to a spreadsheet. */
const amountColumns = new Set<unknown>(['cost', 'previous_month', 'budget']);

/**
 * One row per cell, one for what is unallocated, one for rounding if there is any, one for the total; the column `row` tells them apart, so that a sum
 * over the cells does not count twice. Amounts are exact, empty where unknown; account ids are separated by spaces.
 */
export function renderCsv(report: SpendReport | UnitReport): string {
  const { organization, month, currency, metric } = report;
  const rows = reportRows(report).map(({ row, unit, phase, accounts, cost, previousMonth, budget }) => {
    const ids = row === 'total' ? [] : accounts.map(({ id }) => id);
    const same = { organization, month, currency, metric };
    return { ...same, row, unit, phase, accounts: ids.join(' '), cost, previous_month: previousMonth, budget };
  });
  return stringify(rows, {
    header: true,
    columns,
    cast: {
      string: (value, { column, header }) => ({ value, escape_formulas: !header && !amountColumns.has(column) }),
    },
  });
}
