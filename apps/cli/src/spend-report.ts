import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBillingExport } from '@bulkhead/billing-exports';
import {
  type Attribution,
  AttributionError,
  type CostMetric,
  ReconciliationError,
  SourceError,
  type SpendReport,
  mergeAttribution,
  organizationAttribution,
  parseAttribution,
  renderCsv,
  renderHtml,
  renderJson,
  renderMarkdown,
  reportMonth,
  reportOfUnit,
  summaryRows,
} from '@bulkhead/spend';
import type { LoadedOrganization } from './load-definition.ts';
import type { Progress } from './progress.ts';
import type { ReportFormat } from './report-choices.ts';
import { renderTable } from './terminal.ts';
import { UserError } from './user-error.ts';
import { type OutputFile, writeFiles } from './write-files.ts';

const renderers = {
  html: renderHtml,
  csv: renderCsv,
  json: renderJson,
  md: renderMarkdown,
} as const satisfies Readonly<Record<ReportFormat, unknown>>;

export interface SpendReportOptions {
  /** `YYYY-MM`; the newest month that the export holds where left out. */
  readonly month?: string;
  readonly exports: readonly string[];
  /** A CSV file with sub_account_id, unit and phase. */
  readonly attribution?: string;
  readonly metric: CostMetric;
  readonly formats: readonly ReportFormat[];
  /** Folder for the report of a month. */
  readonly out: (month: string) => string;
}

/**
 * Reads billing exports, attributes them and writes the month's report, and one for each business unit.
 *
 * @throws UserError when the export or the attribution can't be used, the report does not add up or can't be written
 */
export async function spendReport(
  loaded: LoadedOrganization,
  options: SpendReportOptions,
  progress: Progress,
): Promise<SpendReport> {
  try {
    return await writeReport(loaded, options, progress);
  } catch (error) {
    const mendable = error instanceof SourceError || error instanceof ReconciliationError;
    throw mendable ? new UserError(error.message, { cause: error }) : error;
  }
}

async function writeReport(
  loaded: LoadedOrganization,
  options: SpendReportOptions,
  progress: Progress,
): Promise<SpendReport> {
  const attribution = await attributionOf(loaded, options.attribution);
  progress.start('reading billing export');
  const source = await openBillingExport(options.exports);
  try {
    const description = await source.describe();
    const month = options.month ?? description.months.at(-1) ?? '';
    progress.done('reading billing export', `${description.rows} rows of ${description.format}`);
    progress.start(`reporting ${month}`);
    const { metric } = options;
    const report = await reportMonth({ organization: loaded.organization.name, month, metric, attribution, source });
    await writeFiles(options.out(month), reportFiles(report, options.formats));
    progress.done(`reporting ${month}`, `${report.total} ${report.currency}, reconciled`);
    return report;
  } finally {
    await source.close();
  }
}

async function attributionOf(
  { organization, lock }: LoadedOrganization,
  file: string | undefined,
): Promise<Attribution> {
  const ofOrganization = organizationAttribution(organization, lock);
  if (file === undefined) return ofOrganization;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError(`the attribution ${file} can't be read, it must be a CSV file`, { cause });
  });
  try {
    return mergeAttribution(ofOrganization, parseAttribution(text));
  } catch (error) {
    throw error instanceof AttributionError ? new UserError(`${file}: ${error.message}`, { cause: error }) : error;
  }
}

/** `report.html` and so on, and under `units/` the report of each business unit with its own figures only. */
function reportFiles(report: SpendReport, formats: readonly ReportFormat[]): readonly OutputFile[] {
  const units = unitsOf(report).map((unit) => reportOfUnit(report, unit));
  return formats.flatMap((format) => [
    { path: `report.${format}`, content: renderers[format](report) },
    ...units.map((unit) => ({
      path: join('units', folderName(unit.unit), `report.${format}`),
      content: renderers[format](unit),
    })),
  ]);
}

const unitsOf = ({ cells }: SpendReport) => [...new Set(cells.map(({ unit }) => unit))];

/** A unit's name can come from a file of somebody else: it must not lead out of the folder. */
const folderName = (unit: string) => encodeURIComponent(unit).replaceAll('.', '%2E').replaceAll('*', '%2A');

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
  const { organization, month, metric, currency, settled, reconciliation } = report;
  const state = settled ? '' : ', may still change';
  const title = `${organization} in ${month}: ${metric} cost in ${currency}${state}`;
  const { sourceTotal, difference } = reconciliation;
  const check = `reconciled: the source adds up to ${sourceTotal} ${currency}, difference ${difference}`;
  return `${title}\n\n${renderTable(columns, [{ rows: summaryRows(report) }], width)}\n\n${check}\n`;
}

/** Where the reports of a month lie. */
export function renderPlaces(report: SpendReport, formats: readonly ReportFormat[], folder: string): string {
  const files = (at: string) => formats.map((format) => join(folder, at, `report.${format}`)).join('\n  ');
  const units = unitsOf(report).map((unit) => join(folder, 'units', folderName(unit)));
  return `  ${files('')}\nand for each business unit, with its own figures only:\n  ${units.join('\n  ')}\n`;
}
