import { DOUBLE, DuckDBDataChunk, DuckDBTimestampMillisecondsValue, TIMESTAMP_MS, VARCHAR } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { ExportFormat } from './export-layout.ts';
import { focusColumns } from './focus-columns.ts';
import type { FocusColumn } from './focus-columns.ts';
import type { SampleCharge } from './sample-charge.ts';

const columnTypes: Readonly<Record<FocusColumn['type'], DuckDBType>> = {
  string: VARCHAR,
  double: DOUBLE,
  timestamp: TIMESTAMP_MS,
  'map<string,string>': VARCHAR,
  'map<string,double>': VARCHAR,
};

/** Maps travel as JSON text and become maps where the file format has them. */
function selected({ name, type }: FocusColumn, format: ExportFormat): string {
  if (format === 'csv' || !type.startsWith('map')) return `"${name}"`;
  return `"${name}"::JSON::${type.replace('map<', 'MAP(').replace('>', ')').replaceAll('string', 'VARCHAR')} AS "${name}"`;
}

const fileOptions: Readonly<Record<ExportFormat, string>> = {
  parquet: 'FORMAT parquet, COMPRESSION snappy',
  csv: `FORMAT csv, HEADER, COMPRESSION gzip, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%S.%gZ'`,
};

const rowsPerChunk = 2048;

function columnValues(column: FocusColumn, charges: readonly SampleCharge[]): DuckDBValue[] {
  if (column.type !== 'timestamp') return charges.map((charge) => column.read(charge));
  return charges.map((charge) => new DuckDBTimestampMillisecondsValue(BigInt(column.read(charge) ?? 0)));
}

/** Writes charges to one file, in their order; overwrites the file. */
export async function writeCharges(
  connection: DuckDBConnection,
  charges: readonly SampleCharge[],
  path: string,
  format: ExportFormat,
): Promise<void> {
  const definitions = focusColumns.map(({ name, type }) => `"${name}" ${columnTypes[type].toString()}`);
  await connection.run(`CREATE OR REPLACE TABLE charges (${definitions.join(', ')})`);
  const appender = await connection.createAppender('charges');
  for (let from = 0; from < charges.length; from += rowsPerChunk) {
    const rows = charges.slice(from, from + rowsPerChunk);
    const chunk = DuckDBDataChunk.create(
      focusColumns.map(({ type }) => columnTypes[type]),
      rows.length,
    );
    chunk.setColumns(focusColumns.map((column) => columnValues(column, rows)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const columns = focusColumns.map((column) => selected(column, format)).join(', ');
  await connection.run(
    `COPY (SELECT ${columns} FROM charges) TO '${path.replaceAll("'", "''")}' (${fileOptions[format]})`,
  );
}
