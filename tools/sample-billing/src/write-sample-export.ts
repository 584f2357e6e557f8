import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Month } from './calendar.ts';
import { exportName, monthFiles, renderManifest } from './export-layout.ts';
import type { ExportFormat } from './export-layout.ts';
import { generateCharges } from './generate-charges.ts';
import type { SampleCharge } from './sample-charge.ts';
import type { SampleInput } from './sample-input.ts';
import { writeCharges } from './write-charges.ts';

export interface SampleExportOptions {
  /** Parquet with snappy, or CSV with gzip. Default: parquet. */
  readonly format?: ExportFormat;
  /** Called when a month's files are there, with the rows that they hold. */
  readonly onMonth?: (month: Month, rows: number) => void;
}

export interface SampleExport {
  /** The export's own folder, in the folder that was asked for. */
  readonly folder: string;
  /** Paths of the data files, oldest month first. */
  readonly files: readonly string[];
  readonly rows: number;
  /** Size of the data files. */
  readonly bytes: number;
}

function* byMonth(charges: Iterable<SampleCharge>): Iterable<readonly [Month, readonly SampleCharge[]]> {
  let collected: SampleCharge[] = [];
  for (const charge of charges) {
    const month = collected[0]?.billingMonth;
    if (month !== undefined && month !== charge.billingMonth) {
      yield [month, collected];
      collected = [];
    }
    collected.push(charge);
  }
  const month = collected[0]?.billingMonth;
  if (month !== undefined) yield [month, collected];
}

/** Writes a month's data, then the manifest that announces it; gives the size of the data. */
async function writeMonth(
  connection: DuckDBConnection,
  charges: readonly SampleCharge[],
  path: string,
  manifest: { readonly path: string; readonly text: string },
  format: ExportFormat,
): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  await mkdir(dirname(manifest.path), { recursive: true });
  await writeCharges(connection, charges, path, format);
  await writeFile(manifest.path, manifest.text);
  return (await stat(path)).size;
}

function cannotWrite(folder: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`cannot write the sample export, choose another folder: ${reason}, got: ${folder}`, { cause });
}

/**
 * Writes the sample charges as a FOCUS 1.2 export in the layout of AWS Data Exports: one file per billing month, and
 * after it the month's manifest. Files that are there already are overwritten; those of other months stay.
 *
 * The same input gives the same bytes. Rejects with a `SampleInputError`, or with an error that names the folder when
 * it cannot be written.
 */
export async function writeSampleExport(
  input: SampleInput,
  folder: string,
  { format = 'parquet', onMonth }: SampleExportOptions = {},
): Promise<SampleExport> {
  const charges = generateCharges(input);
  // With one thread DuckDB keeps the order of the rows, and with it the bytes of the files.
  const database = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await database.connect();
  const files: string[] = [];
  let rows = 0;
  let bytes = 0;
  try {
    for (const [month, ofMonth] of byMonth(charges)) {
      const paths = monthFiles(input, month, format);
      const path = join(folder, paths.chunk);
      const manifest = { path: join(folder, paths.manifest), text: renderManifest(input, month, format) };
      bytes += await writeMonth(connection, ofMonth, path, manifest, format).catch((cause: unknown) => {
        throw cannotWrite(folder, cause);
      });
      files.push(path);
      rows += ofMonth.length;
      onMonth?.(month, ofMonth.length);
    }
  } finally {
    connection.closeSync();
    database.closeSync();
  }
  return { folder: join(folder, exportName(input)), files, rows, bytes };
}
