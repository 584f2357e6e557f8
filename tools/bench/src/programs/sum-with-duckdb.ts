import { DuckDBInstance } from '@duckdb/node-api';
import { reportWork } from '../work-report.ts';

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Through text, a double counts as its shortest decimal, whatever its digits. */
const sums = {
  double: (column: string) => `sum("${column}")`,
  exact: (column: string) => `sum(CAST(CAST("${column}" AS VARCHAR) AS DECIMAL(38, 18)))`,
};

// Arguments: `double` or `exact`, the column, and Parquet files.
const [kind, column = '', ...files] = process.argv.slice(2);
await reportWork(async () => {
  const sum = sums[kind === 'exact' ? 'exact' : 'double'](column);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(
    `SELECT CAST(count(*) AS VARCHAR), CAST(${sum} AS VARCHAR) FROM read_parquet([${files.map(text).join(', ')}])`,
  );
  const [rows, total] = (result.getRows()[0] ?? []) as string[];
  connection.closeSync();
  instance.closeSync();
  return { rows: Number(rows), total: total?.replace(/\.?0+$/, '') ?? null };
});
