import { DuckDBInstance } from '@duckdb/node-api';
import type { Json } from '@duckdb/node-api';

/** One row by column name; integers of 64 bits and decimals come as text. */
export type Row = Readonly<Record<string, Json>>;

/** An embedded DuckDB that lives in memory and dies with `close`. */
export interface BillingDatabase {
  rows(statement: string, parameters?: readonly string[]): Promise<readonly Row[]>;
  close(): void;
}

/** Opens a database that leaves no file behind, fetches no extension and reads all times as UTC. */
export async function openBillingDatabase(): Promise<BillingDatabase> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    temp_directory: '',
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    async rows(statement, parameters = []) {
      const result = await connection.runAndReadAll(statement, [...parameters]);
      return result.getRowObjectsJson();
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The text in a cell; null stays null. */
export function textIn(row: Row, name: string): string | null {
  const value = row[name];
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The number in a cell, for counts and sizes, never for money; null counts as 0. */
export function countIn(row: Row, name: string): number {
  return Number(row[name] ?? 0);
}
