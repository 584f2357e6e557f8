import Big from 'big.js';
import fc from 'fast-check';
import { openBillingDatabase, textIn } from './billing-database.ts';
import type { BillingDatabase, Row } from './billing-database.ts';
import { decimalsOf, exactCost, isNoNumber, plainDecimal } from './exact-decimal.ts';
import { quoteText } from './sql.ts';

let database: BillingDatabase;
beforeAll(async () => {
  database = await openBillingDatabase();
});
afterAll(() => database.close());

async function read(cell: string, type: string, scale: number): Promise<Row> {
  const column = { sql: 'x', type };
  const [row = {}] = await database.rows(
    `SELECT CAST(${exactCost(column, scale)} AS VARCHAR) AS cost, ${decimalsOf(column)} AS decimals, ${isNoNumber(column)} AS wrong
     FROM (SELECT CAST(${cell} AS ${type}) AS x)`,
  );
  return row;
}

test.each([
  ['5.2E-9', '0.0000000052', 10],
  ['-5.551115123125783e-17', '-0.00000000000000005551115123125783', 32],
  ['0.00377554707705832000', '0.00377554707705832', 17],
  ['1.0E-5', '0.00001', 6],
  ['1e+2', '100', 0],
  ['-.5', '-0.5', 1],
  [' 7. ', '7', 0],
  ['0.00000000000', '0', 0],
  ['12345.67890123456789012345', '12345.67890123456789012345', 20],
])('the text %s is the cost %s', async (text, cost, atMost) => {
  const row = await read(quoteText(text), 'VARCHAR', 32);
  expect(plainDecimal(textIn(row, 'cost') ?? '')).toBe(cost);
  expect(Number(textIn(row, 'decimals'))).toBeGreaterThanOrEqual((new Big(cost).toFixed().split('.')[1] ?? '').length);
  expect(Number(textIn(row, 'decimals'))).toBeLessThanOrEqual(atMost);
  expect(textIn(row, 'wrong')).toBe('false');
});

test.each([
  ['NULL', 'VARCHAR'],
  ["''", 'VARCHAR'],
  ["'  '", 'VARCHAR'],
  ['NULL', 'DOUBLE'],
  ['NULL', 'DECIMAL(18, 6)'],
])('an empty cell, %s as %s, costs 0', async (cell, type) => {
  expect(plainDecimal(textIn(await read(cell, type, 12), 'cost') ?? '')).toBe('0');
});

test.each(['abc', '1,5', '$1.50', '1.5 USD', '--1', '1e', '.', 'nan'])('the text %s is no number', async (text) => {
  const [row = {}] = await database.rows(
    `SELECT ${isNoNumber({ sql: 'x', type: 'VARCHAR' })} AS wrong FROM (SELECT ${quoteText(text)} AS x)`,
  );
  expect(textIn(row, 'wrong')).toBe('true');
});

test.each(['nan', 'inf'])('the double %s is no number', async (text) => {
  const [row = {}] = await database.rows(
    `SELECT ${isNoNumber({ sql: 'x', type: 'DOUBLE' })} AS wrong FROM (SELECT CAST('${text}' AS DOUBLE) AS x)`,
  );
  expect(textIn(row, 'wrong')).toBe('true');
});

test.each([
  ['0.1', 'FLOAT', '0.1'],
  ['123.456789', 'DECIMAL(18, 6)', '123.456789'],
  ['42', 'BIGINT', '42'],
])('%s in a column of type %s is the cost %s', async (cell, type, cost) => {
  expect(plainDecimal(textIn(await read(cell, type, 12), 'cost') ?? '')).toBe(cost);
});

test('a double counts as the shortest decimal that reads back the same, as JavaScript writes it', async () => {
  const double = fc.oneof(
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value * 1e-6),
    fc.integer({ min: -(10 ** 15), max: 10 ** 15 }).map((units) => units / 1e10),
    fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((units) => 0.1 * units),
  );
  // A DECIMAL(38, 22) holds them all as far as they have at most 22 digits after the point.
  const short = double.filter((value) => (new Big(value).toFixed().split('.')[1] ?? '').length <= 22);
  const values = fc.sample(short, { numRuns: 3000, seed: 7 });
  const rows = await database.rows(
    `SELECT CAST(${exactCost({ sql: 'x', type: 'DOUBLE' }, 22)} AS VARCHAR) AS cost
     FROM (SELECT unnest([${values.map((value) => `CAST('${value}' AS DOUBLE)`).join(', ')}]) AS x)`,
  );
  expect(rows.map((row) => plainDecimal(textIn(row, 'cost') ?? ''))).toEqual(
    values.map((value) => new Big(value === 0 ? 0 : value).toFixed()),
  );
});
