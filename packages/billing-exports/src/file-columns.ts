import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { SourceError } from '@bulkhead/spend';
import type { BillingDatabase } from './billing-database.ts';
import { textIn } from './billing-database.ts';
import { messageOf, readFailure } from './read-failure.ts';
import { quoteFiles, quoteName } from './sql.ts';
import type { SourceColumn } from './sql.ts';

export type Container = 'csv' | 'csv.gz' | 'parquet';

/** A column as its file names it. */
export interface FileColumn extends SourceColumn {
  readonly name: string;
}

/** A file and the columns it has; none where it holds nothing at all. */
export interface FileColumns {
  readonly path: string;
  readonly container: Container;
  readonly columns: readonly FileColumn[];
}

// The widest CUR headers, with 500 tag columns of 128 characters, stay well under this.
const headerBytes = 1024 * 1024;

/**
 * Reads which columns a billing file has. What it is shows in its first bytes, not in its name.
 *
 * Rejects with a `SourceError` where the file is an archive, or is cut off.
 */
export async function readFileColumns(database: BillingDatabase, path: string): Promise<FileColumns> {
  const start = await readStart(path);
  if (start.subarray(0, 4).toString('latin1') === 'PAR1' || (/\.parquet$/i.test(path) && start.length > 0)) {
    return { path, container: 'parquet', columns: await parquetColumns(database, path) };
  }
  if (start.subarray(0, 2).toString('latin1') === 'PK') {
    throw new SourceError(`cannot read ${path}: it is a zip archive; unpack it and give its files`);
  }
  if (start[0] === 0x1f && start[1] === 0x8b) {
    return { path, container: 'csv.gz', columns: csvColumns(path, await unzippedStart(path)) };
  }
  return { path, container: 'csv', columns: csvColumns(path, start) };
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Unpacks the whole file: DuckDB takes the end of a truncated gzip for the end of the data, zlib checks length and CRC. */
async function unzippedStart(path: string): Promise<Buffer> {
  const kept: Buffer[] = [];
  let size = 0;
  const source = createReadStream(path);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  try {
    for await (const chunk of source.pipe(unzipped) as AsyncIterable<Buffer>) {
      if (size < headerBytes) kept.push(chunk);
      size += chunk.length;
    }
  } catch (cause) {
    throw new SourceError(
      `cannot read ${path}: the gzip file is cut off or damaged (${messageOf(cause)}); fetch it again`,
      {
        cause,
      },
    );
  } finally {
    source.destroy();
  }
  return Buffer.concat(kept);
}

function csvColumns(path: string, start: Buffer): readonly FileColumn[] {
  try {
    const [header = []] = parse(start, { bom: true, to: 1, relax_column_count: true });
    // Columns go by position, because CUR headers can differ in case only (resourceTags/user:team, user:Team).
    return header.map((name, index) => ({ name, sql: `c${index}`, type: 'VARCHAR' }));
  } catch (cause) {
    throw new SourceError(`cannot read ${path}: its first line is no CSV header`, { cause });
  }
}

async function parquetColumns(database: BillingDatabase, path: string): Promise<readonly FileColumn[]> {
  try {
    const rows = await database.rows(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${quoteFiles([path])}, hive_partitioning = false))`,
    );
    return rows.map((row) => {
      const name = textIn(row, 'column_name') ?? '';
      return { name, sql: quoteName(name), type: textIn(row, 'column_type') ?? '' };
    });
  } catch (cause) {
    throw readFailure([path], cause);
  }
}
