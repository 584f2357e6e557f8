import type { Month } from './calendar.ts';
import { focusColumns } from './focus-columns.ts';
import { randomStream, randomUuid } from './random.ts';
import type { SampleInput } from './sample-input.ts';

export type ExportFormat = 'parquet' | 'csv';

const suffixes: Readonly<Record<ExportFormat, string>> = { parquet: 'snappy.parquet', csv: 'csv.gz' };

/** Where a month's files stand in the export's folder, with forward slashes. */
export interface MonthFiles {
  readonly chunk: string;
  readonly manifest: string;
}

export function exportName(input: SampleInput): string {
  return `${input.organization}-focus`;
}

/** Paths of an export that overwrites its files (Data Exports user guide, export delivery). */
export function monthFiles(input: SampleInput, month: Month, format: ExportFormat): MonthFiles {
  const name = exportName(input);
  return {
    chunk: `${name}/data/BILLING_PERIOD=${month}/${name}-00001.${suffixes[format]}`,
    manifest: `${name}/metadata/BILLING_PERIOD=${month}/${name}-Manifest.json`,
  };
}

/**
 * The manifest that Data Exports writes last: which files belong to a month, by their S3 address, and their columns.
 *
 * In CSV a map is text.
 */
export function renderManifest(input: SampleInput, month: Month, format: ExportFormat): string {
  const name = exportName(input);
  const id = (...key: readonly string[]) => randomUuid(randomStream(input.seed, name, ...key));
  const columns = focusColumns.map(({ name, type }) => ({
    name,
    type: format === 'csv' && type.startsWith('map') ? 'string' : type,
  }));
  return `${JSON.stringify({
    executionId: id('execution', month),
    exportArn: `arn:aws:bcm-data-exports:us-east-1:${input.managementAccountId}:export/${name}-${id('export')}`,
    columns,
    dataFiles: [`s3://${input.organization}-billing-exports/focus/${monthFiles(input, month, format).chunk}`],
  })}\n`;
}
