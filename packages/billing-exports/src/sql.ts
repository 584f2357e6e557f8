/** A SQL string literal; paths and column names come from users, so nothing enters a statement unquoted. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A list literal of files for `read_csv` and `read_parquet`, each matching itself only: both functions take every name
 * for a glob, and a bracket pair around one character is the way to say that character.
 */
export function quoteFiles(files: readonly string[]): string {
  return `[${files.map((file) => quoteText(file.replaceAll(/[*?[]/g, '[$&]'))).join(', ')}]`;
}

/** A column of a file as a statement refers to it. */
export interface SourceColumn {
  /** The column's reference, quoted. */
  readonly sql: string;
  /** DuckDB's type name: `VARCHAR`, `DOUBLE`, `DECIMAL(18,6)`, `TIMESTAMP WITH TIME ZONE`, … */
  readonly type: string;
}

/** The column of a name, in whatever way the file spells it. */
export type FindColumn = (name: string) => SourceColumn | undefined;

/** The column as text; null where it is absent, null or empty. */
export function textOf(column: SourceColumn | undefined): string {
  return column === undefined ? 'CAST(NULL AS VARCHAR)' : `nullif(CAST(${column.sql} AS VARCHAR), '')`;
}

/** The first characters of a date: 7 for `YYYY-MM`, 10 for `YYYY-MM-DD`. */
export function dateOf(column: SourceColumn, length: 7 | 10): string {
  if (column.type === 'VARCHAR') return `substr(${column.sql}, 1, ${length})`;
  // CSV and Parquet exports give UTC; the database's time zone is UTC too.
  return `strftime(CAST(${column.sql} AS TIMESTAMP), '${length === 7 ? '%Y-%m' : '%Y-%m-%d'}')`;
}
