import { readFile } from 'node:fs/promises';
import {
  type Attribution,
  AttributionError,
  ReconciliationError,
  SourceError,
  type SpendReport,
  mergeAttribution,
  organizationAttribution,
  parseAttribution,
  reportMonth,
} from '@bulkhead/spend';
import type { LoadedOrganization } from './load-definition.ts';
import type { Progress } from './progress.ts';
import type { ReportFormat } from './report-choices.ts';
import { type ChargesWanted, withCharges } from './spend-charges.ts';
import { reportFiles } from './spend-files.ts';
import type { Billed } from './spend-source.ts';
import { UserError } from './user-error.ts';
import { writeFiles } from './write-files.ts';

export { billedWords } from './spend-source.ts';
export { renderPlaces, renderSummary } from './spend-summary.ts';

export interface SpendReportOptions extends ChargesWanted {
  /** A CSV file with sub_account_id, unit and phase. */
  readonly attribution?: string;
  readonly formats: readonly ReportFormat[];
  /** Folder for the report of a month. */
  readonly out: (month: string) => string;
}

/** A report that was written, and what AWS billed for it; nothing for a report from an export. */
export interface WrittenReport {
  readonly report: SpendReport;
  readonly billed: Billed | undefined;
}

/**
 * Reads charges, attributes them and writes the month's report, and one for each business unit.
 *
 * @throws UserError when the charges or the attribution can't be used, the report does not add up or can't be written
 */
export async function spendReport(
  loaded: LoadedOrganization,
  options: SpendReportOptions,
  progress: Progress,
): Promise<WrittenReport> {
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
): Promise<WrittenReport> {
  const attribution = await attributionOf(loaded, options.attribution);
  return withCharges(loaded, options, progress, async ({ source, month, billed }) => {
    progress.start(`reporting ${month}`);
    const { metric, formats, out } = options;
    const report = await reportMonth({ organization: loaded.organization.name, month, metric, attribution, source });
    await writeFiles(out(month), reportFiles(report, formats));
    progress.done(`reporting ${month}`, `${report.total} ${report.currency}, reconciled`);
    return { report, billed: billed() };
  });
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
