import { SourceError } from '@bulkhead/spend';
import { chargeColumns } from './charge-columns.ts';
import type { ChargeColumns } from './charge-columns.ts';
import { describeExpectedColumns, recognizeFormat } from './export-format.ts';
import type { ExportFormat } from './export-format.ts';
import type { FileColumns } from './file-columns.ts';
import { quoteFiles } from './sql.ts';
import type { SourceColumn } from './sql.ts';

/** Files of one format and one layout, which one table function reads together. */
export interface Relation {
  readonly format: ExportFormat;
  /** For people: `CUR 2.0 CSV`. */
  readonly name: string;
  readonly files: readonly string[];
  /** SQL for what stands behind FROM. */
  readonly from: string;
  readonly columns: ChargeColumns;
}

/** Groups files by what has to be equal to be read in one go. Throws a `SourceError` that lists files that are no exports. */
export function relationsOf(files: readonly FileColumns[]): readonly Relation[] {
  const groups = new Map<string, { format: ExportFormat; files: FileColumns[] }>();
  const problems: string[] = [];
  for (const file of files) {
    const format = recognizeFormat(file.columns);
    if (format === undefined) {
      const names = file.columns.slice(0, 8).map(({ name }) => name);
      const more = file.columns.length > names.length ? ` and ${file.columns.length - names.length} more` : '';
      problems.push(
        `${file.path} is no billing export: its columns are ${names.join(', ')}${more}; ${describeExpectedColumns()}`,
      );
    } else if (format.missing.length > 0) {
      const missing = format.missing.map(format.nameInFile).join(', ');
      problems.push(`${file.path} is a ${format.name} export without ${missing}; export it again with this column`);
    } else {
      const layout = JSON.stringify([file.container, format.name, layoutOf(file, format)]);
      const group = groups.get(layout) ?? { format, files: [] };
      group.files.push(file);
      groups.set(layout, group);
    }
  }
  if (problems.length > 0) throw new SourceError(problems.join('\n'));
  return [...groups.values()].map(({ format, files: together }) => ({
    format,
    name: `${format.name} ${together[0]?.container === 'parquet' ? 'Parquet' : 'CSV'}`,
    files: together.map(({ path }) => path),
    from: tableFunction(together),
    columns: chargeColumns(format),
  }));
}

/**
 * What files of one format must share. CSV columns go by position: all of them. Parquet columns go by name: those that
 * are read, with their types, because DuckDB makes a double of a double and a decimal.
 */
function layoutOf(file: FileColumns, format: ExportFormat): unknown {
  if (file.container !== 'parquet') return file.columns.map(({ name }) => name);
  const columns = chargeColumns(format);
  const typeOf = (name: string): string => `${name} ${format.column(name)?.type ?? ''}`;
  return [columns, Object.values(columns.costs).map((recipe) => recipe.amount(typeOf, '0'))];
}

function tableFunction(files: readonly FileColumns[]): string {
  const paths = quoteFiles(files.map(({ path }) => path));
  const first = files[0];
  if (first?.container === 'parquet') return `read_parquet(${paths}, union_by_name = true, hive_partitioning = false)`;
  const columns = (first?.columns ?? []).map(({ sql }) => `${sql}: 'VARCHAR'`).join(', ');
  // Everything is said: a sniffer would guess types, and with them lose the zeros that account ids begin with.
  return `read_csv(${paths}, auto_detect = false, header = true, columns = {${columns}}, delim = ',', quote = '"', escape = '"',
    comment = '', nullstr = ['', 'NULL'], allow_quoted_nulls = false, hive_partitioning = false,
    compression = '${first?.container === 'csv.gz' ? 'gzip' : 'none'}')`;
}

/** A cost column of a relation's recipe. */
export function costColumn(relation: Relation, name: string): SourceColumn {
  const column = relation.format.column(name);
  if (column === undefined) throw new Error(`cost column ${name} is not in ${relation.name}`);
  return column;
}
