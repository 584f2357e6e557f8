import { join } from 'node:path';
import { type SpendReport, summaryRows } from '@bulkhead/spend';
import type { ReportFormat } from './report-choices.ts';
import { folderName, unitsOf } from './spend-files.ts';
import { renderTable } from './terminal.ts';

const columns = [
  { title: 'unit', cell: ({ unit }: Row) => unit },
  { title: 'phase', cell: ({ phase }: Row) => phase },
  { title: 'accounts', align: 'right', cell: ({ accounts }: Row) => accounts, leaveOut: 2 },
  { title: 'cost', align: 'right', cell: ({ cost }: Row) => cost },
  { title: 'change', align: 'right', cell: ({ change }: Row) => change, leaveOut: 1 },
  { title: 'budget', align: 'right', cell: ({ budget }: Row) => budget },
  { title: 'used', align: 'right', cell: ({ used }: Row) => used },
] as const;

type Row = ReturnType<typeof summaryRows>[number];

/** The report as a table for a terminal. */
export function renderSummary(report: SpendReport, width?: number): string {
  const { organization, month, metric, currency, settled, reconciliation, rounding } = report;
  const state = settled ? '' : ', may still change';
  const title = `${organization} in ${month}: ${metric} cost in ${currency}${state}`;
  const { sourceTotal, difference } = reconciliation;
  const rounded = rounding && `rounding by the source: ${rounding.cost} ${currency}, at most ${rounding.bound}\n`;
  const check = `${rounded ?? ''}reconciled: the source adds up to ${sourceTotal} ${currency}, difference ${difference}`;
  return `${title}\n\n${renderTable(columns, [{ rows: summaryRows(report) }], width)}\n\n${check}\n`;
}

/** Where the reports of a month lie. */
export function renderPlaces(report: SpendReport, formats: readonly ReportFormat[], folder: string): string {
  const files = (at: string) => formats.map((format) => join(folder, at, `report.${format}`)).join('\n  ');
  const units = unitsOf(report).map((unit) => join(folder, 'units', folderName(unit)));
  return `  ${files('')}\nand for each business unit, with its own figures only:\n  ${units.join('\n  ')}\n`;
}
