import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { SourceError } from '@bulkhead/spend';
import { openBillingExport } from './index.ts';
import { focusCsv, legacyCurCsv, openSampleFolder } from './sample-exports.ts';
import type { SampleFolder } from './sample-exports.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = openSampleFolder();
});
afterEach(() => folder.remove());

async function refusalOf(paths: readonly string[]): Promise<SourceError> {
  try {
    const source = await openBillingExport(paths);
    await source.close();
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('the export was accepted');
}

function withoutColumn(csv: string, name: string): string {
  const rows = csv.split('\n').map((line) => line.split(','));
  const index = rows[0]?.indexOf(name) ?? -1;
  return rows.map((cells) => cells.filter((_, at) => at !== index).join(',')).join('\n');
}

const focus = focusCsv({});

test.each([
  ['nothing at all', '', 'a.csv is empty; fetch it again'],
  ['a header without charges', `${focus.split('\n')[0] ?? ''}\n`, 'no charges in'],
  [
    'a table that is no billing export',
    'id,name\n1,x\n',
    'is no billing export: its columns are id, name; expected FOCUS (BilledCost, ',
  ],
  ['a document that is no table', '<html>\n<body>', 'is no billing export: its columns are <html>'],
  ['FOCUS without BilledCost', withoutColumn(focus, 'BilledCost'), 'is a FOCUS 1.0 export without BilledCost'],
  [
    'a CUR without unblended cost',
    withoutColumn(legacyCurCsv({}), 'lineItem/UnblendedCost'),
    'is a legacy CUR export without lineItem/UnblendedCost',
  ],
  ['two currencies', focusCsv({}, { BillingCurrency: 'EUR' }), 'several currencies, EUR, USD'],
  ['no currency', focusCsv({ BillingCurrency: '' }), 'no charge has a currency'],
  [
    'a cost that is no number',
    focusCsv({ BilledCost: '1.5 USD' }),
    'column BilledCost holds 1.5 USD, which is no number',
  ],
  ['a billing period that is no date', focusCsv({ BillingPeriodStart: '3/1/2025' }), 'begins YYYY-MM, got: 3/1/202'],
  ['a charge without a billing period', focusCsv({ BillingPeriodStart: '' }), 'begins YYYY-MM, got: nothing'],
  ['a row that is cut off', `${focus}1.5,1.25`, 'line 3 has 2 columns, its header 12; the file may be cut off'],
  ['a quote that never closes', `${focus}"1.5,1.25`, 'the file may be cut off'],
  [
    'more digits than add up exactly',
    focusCsv({ BilledCost: '123456789.5' }, { BilledCost: '1.234567890123456e-16' }),
    'no exact billed cost: the amounts have up to 31 digits after the point and together 9 before it',
  ],
])('%s is refused, in words that say what to do', async (_, content, message) => {
  const refusal = await refusalOf([folder.write('a.csv', content)]);
  expect(refusal.message).toContain(message);
  expect(refusal.message).not.toMatch(/Possible fixes|LINE 1|Error:|^[A-Z]|\.$/);
});

test('bytes that are no UTF-8 are refused with their line', async () => {
  const path = folder.write('a.csv', '');
  writeFileSync(path, Buffer.concat([Buffer.from(focus), Buffer.from([0xff, 0xfe]), Buffer.from(',1\n')]));
  expect((await refusalOf([path])).message).toContain('line 3 is not UTF-8');
});

// A row of its own for each cut: DuckDB itself takes a cut between two rows for the end.
test.each([0.5, 0.9, 0.999])('a gzip cut off at %d of its length is refused', async (part) => {
  const rows = Array.from({ length: 2000 }, (_, index) => ({ SubAccountId: String(index), BilledCost: `0.${index}` }));
  const path = folder.write('a.csv.gz', focusCsv(...rows));
  truncateSync(path, Math.floor(statSync(path).size * part));
  const refusal = await refusalOf([path]);
  expect(refusal.message).toContain(`cannot read ${path}: the gzip file is cut off or damaged`);
  expect(refusal.cause).toHaveProperty('message', expect.stringContaining('unexpected end of file'));
});

test('a Parquet file that is cut off is refused, and the cause is kept', async () => {
  const path = await folder.writeParquet('a.parquet', "SELECT 1 AS BilledCost, 'x' AS SubAccountId");
  truncateSync(path, statSync(path).size - 20);
  const refusal = await refusalOf([path]);
  expect(refusal.message).toBe(
    `cannot read ${path}: it is no complete Parquet file; it may be cut off, fetch it again`,
  );
  expect(refusal.cause).toHaveProperty('message', expect.stringContaining('No magic bytes'));
});

test('a file with the name of a Parquet file and other content is refused', async () => {
  expect((await refusalOf([folder.write('a.parquet', focus)])).message).toContain('it is no complete Parquet file');
});

test('a zip is refused, not passed over', async () => {
  folder.write('a.csv', focus);
  folder.write('b.csv.zip', 'PK\u0003\u0004');
  expect((await refusalOf([folder.path])).message).toContain('it is a zip archive; unpack it');
});

test('a folder of empty files is refused', async () => {
  folder.write('a.csv', '');
  expect((await refusalOf([folder.path])).message).toBe(`only empty files in ${folder.path}; fetch them again`);
});

test('currencies of different files are compared too', async () => {
  folder.write('a.csv', focus);
  folder.write('b.csv', legacyCurCsv({ 'lineItem/CurrencyCode': 'CNY' }));
  expect((await refusalOf([folder.path])).message).toContain('several currencies, CNY, USD');
});

test('one bill in two formats is refused, because it would count twice', async () => {
  folder.write('a.csv', focus);
  folder.write('b.csv', legacyCurCsv({ 'bill/PayerAccountId': '999999999999' }));
  expect((await refusalOf([folder.path])).message).toBe(
    'the bill of payer 999999999999 for 2025-03 is there twice, as FOCUS 1.0 and legacy CUR; give one of them',
  );
});

test('all files that are wrong are named at once', async () => {
  folder.write('a.csv', 'id\n1\n');
  folder.write('b.csv', withoutColumn(focus, 'SubAccountId'));
  const { message } = await refusalOf([folder.path]);
  expect(message.split('\n')).toEqual([
    expect.stringContaining('a.csv is no billing export'),
    expect.stringContaining('b.csv is a FOCUS 1.0 export without SubAccountId'),
  ]);
});

test.each([
  ['list', 'ListCost'],
  ['effective', 'EffectiveCost'],
] as const)('a missing column of another metric is an error when %s cost is asked for', async (metric, column) => {
  const path = folder.write('a.csv', withoutColumn(focus, column));
  const source = await openBillingExport([path]);
  await expect(source.charges({ metric, from: '2025-03', to: '2025-03' })).rejects.toThrow(
    `no ${metric} cost in FOCUS 1.0 CSV (${path}): column ${column} is missing`,
  );
  expect(await source.total({ metric: 'billed', month: '2025-03' })).toBe('1.5');
  await source.close();
});

test('a total of a month that the export does not hold is an error, not 0', async () => {
  const source = await openBillingExport([folder.write('a.csv', focus)]);
  await expect(source.total({ metric: 'billed', month: '2024-12' })).rejects.toThrow(
    'no charges of 2024-12; the export holds 2025-03',
  );
  await source.close();
});
