import type { SourceColumn } from './sql.ts';

/** Digits that a DuckDB DECIMAL holds, before and after the point together. */
export const decimalDigits = 38;

/** Scale of the quick path for doubles; a metric with a double column has at least this many digits after the point. */
export const doubleScale = 10;

const number = '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?';

/**
 * True where a double is N / 10^10 for an N of at most 15 digits: the division is correctly rounded, and a decimal of
 * at most 15 digits is the only one that reads as its double, so N is then the double's shortest decimal itself.
 * Costs that AWS writes pass nearly always, and this is ten times as fast as the way through text.
 */
function isShort(sql: string): string {
  return `(abs(${sql}) < 1e5 AND round(${sql} * 1e10) / 1e10 = ${sql})`;
}

function isDouble(column: SourceColumn): boolean {
  return column.type === 'DOUBLE';
}

function textCost(column: SourceColumn): string {
  return `nullif(trim(CAST(${column.sql} AS VARCHAR)), '')`;
}

/**
 * The cost in a column as DECIMAL(38, scale), not rounded as long as `scale` is at least what `decimalsOf` finds;
 * 0 where the cell is empty. A binary floating-point number is its shortest decimal that reads back the same.
 */
export function exactCost(column: SourceColumn, scale: number): string {
  const decimal = `DECIMAL(${decimalDigits}, ${scale})`;
  const zero = exactZero(scale);
  const exact = `CAST(${textCost(column)} AS ${decimal})`;
  if (isDouble(column)) {
    const short = `CAST(CAST(round(${column.sql} * 1e10) AS BIGINT) AS DECIMAL(18, 0)) * CAST(0.0000000001 AS DECIMAL(10, 10))`;
    return `CASE WHEN ${column.sql} IS NULL THEN ${zero} WHEN ${isShort(column.sql)} THEN CAST(${short} AS ${decimal}) ELSE ${exact} END`;
  }
  return `coalesce(${exact}, ${zero})`;
}

/** 0 in the type of `exactCost`; an untyped 0 beside a cost would cost it digits after the point. */
export function exactZero(scale: number): string {
  return `CAST(0 AS DECIMAL(${decimalDigits}, ${scale}))`;
}

/** Digits after the point that a column's value needs. */
export function decimalsOf(column: SourceColumn): string {
  const text = textCost(column);
  const fraction = `length(regexp_extract(${text}, '^[+-]?[0-9]*[.]?([0-9]*?)0*([eE].*)?$', 1))`;
  const exponent = `coalesce(TRY_CAST(nullif(regexp_extract(${text}, '[eE]([+-]?[0-9]+)$', 1), '') AS INTEGER), 0)`;
  const decimals = `greatest(0, ${fraction} - ${exponent})`;
  return isDouble(column) ? `CASE WHEN ${isShort(column.sql)} THEN ${doubleScale} ELSE ${decimals} END` : decimals;
}

/** True where a cell holds something that is no number. */
export function isNoNumber(column: SourceColumn): string {
  const noNumber = `NOT regexp_full_match(${textCost(column)}, '${number}')`;
  return isDouble(column) ? `CASE WHEN ${isShort(column.sql)} THEN false ELSE ${noNumber} END` : noNumber;
}

/** DuckDB's text of a DECIMAL (`0.5000000000`) without the zeros at its end. */
export function plainDecimal(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
