import type { ChargeGroup, CostMetric } from '@bulkhead/spend';
import { openBillingExport } from './index.ts';
import { cur2Csv, cur2Query, focus12Query, focusCsv, legacyCurCsv, openSampleFolder } from './sample-exports.ts';
import type { SampleFolder } from './sample-exports.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = openSampleFolder();
});
afterEach(() => folder.remove());

const month = '2025-03';

async function chargesIn(paths: readonly string[], metric: CostMetric = 'billed'): Promise<readonly ChargeGroup[]> {
  const source = await openBillingExport(paths);
  try {
    return await source.charges({ metric, from: month, to: month });
  } finally {
    await source.close();
  }
}

test('a FOCUS 1.2 Parquet export gives charges as it writes them', async () => {
  const path = await folder.writeParquet('a.parquet', focus12Query);
  const charge = { month, accountId: '000000000012', accountName: 'example-dev', service: 'AWS Lambda', kind: 'usage' };
  expect(await chargesIn([path], 'billed')).toEqual([{ ...charge, cost: '1.5' }]);
  expect(await chargesIn([path], 'effective')).toEqual([{ ...charge, cost: '1.25' }]);
  expect(await chargesIn([path], 'list')).toEqual([{ ...charge, cost: '2' }]);
});

test('a CUR 2.0 Parquet export names services after its product map', async () => {
  const [charge] = await chargesIn([await folder.writeParquet('a.parquet', cur2Query)]);
  expect(charge).toMatchObject({ service: 'Amazon Simple Storage Service', accountName: 'example-prod', cost: '1.5' });
});

test('a CUR 2.0 CSV names a service after its product code where the product is no JSON', async () => {
  const services = (await chargesIn([folder.write('a.csv', cur2Csv)])).map(({ service }) => service);
  expect(services).toEqual(['Amazon Simple Storage Service', 'AmazonEC2'].sort());
});

test('decimals in Parquet are not taken for doubles, even beside files with doubles', async () => {
  await folder.writeParquet('a.parquet', focus12Query);
  await folder.writeParquet(
    'b.parquet',
    focus12Query.replace('1.5::DOUBLE', '0.12345678901234567890123::DECIMAL(38, 23)'),
  );
  const [charge] = await chargesIn([folder.path]);
  expect(charge?.cost).toBe('1.62345678901234567890123');
});

test('files of one format are one source though their columns differ', async () => {
  folder.write('1.csv', legacyCurCsv({ 'resourceTags/user:team': 'a', 'resourceTags/user:Team': 'b' }));
  folder.write('2.csv', legacyCurCsv({ 'product/ProductName': 'Amazon Simple Storage Service' }));
  const charges = await chargesIn([folder.path]);
  expect(charges.map(({ service, cost }) => [service, cost])).toEqual([
    ['Amazon Simple Storage Service', '1.5'],
    ['AmazonS3', '1.5'],
  ]);
});

test('exports in several formats add up, each read in its own way', async () => {
  folder.write('a/focus.csv', focusCsv({}));
  folder.write('b/cur.csv.gz', legacyCurCsv({}));
  const source = await openBillingExport([folder.path]);
  expect(await source.describe()).toMatchObject({ format: 'FOCUS 1.0 CSV, legacy CUR CSV', rows: 2 });
  expect(
    (await source.charges({ metric: 'billed', from: month, to: month })).map(({ accountId }) => accountId),
  ).toEqual(['000000000012', '000000000034']);
  expect(await source.total({ metric: 'billed', month })).toBe('3');
  await source.close();
});

test('empty cells are nothing: no account, no name, no cost', async () => {
  const path = folder.write(
    'a.csv',
    focusCsv({ SubAccountId: 'NULL', SubAccountName: '""', ServiceName: '', BilledCost: '' }),
  );
  expect(await chargesIn([path])).toEqual([
    { month, accountId: null, accountName: null, service: null, kind: 'usage', cost: '0' },
  ]);
});

test('an account called "NULL" in quotes is an account', async () => {
  expect((await chargesIn([folder.write('a.csv', focusCsv({ SubAccountId: '"NULL"' }))]))[0]?.accountId).toBe('NULL');
});

test('a month is what the bill says, not when usage began', async () => {
  const path = folder.write('a.csv', focusCsv({ ChargePeriodStart: '2025-02-27T00:00:00Z' }));
  expect((await chargesIn([path])).map((charge) => charge.month)).toEqual([month]);
});

test('months of Parquet timestamps are months in UTC', async () => {
  const path = await folder.writeParquet('a.parquet', focus12Query);
  expect((await chargesIn([path])).map((charge) => charge.month)).toEqual([month]);
});

test('a source can be closed twice', async () => {
  const source = await openBillingExport([folder.write('a.csv', focusCsv({}))]);
  await source.close();
  await expect(source.close()).resolves.toBeUndefined();
});

test('a renamed account is one account', async () => {
  const path = folder.write('a.csv', focusCsv({ SubAccountName: 'a' }, { SubAccountName: 'b' }));
  expect(await chargesIn([path])).toMatchObject([{ accountName: 'b', cost: '3' }]);
});

test('only the months that are asked for come back', async () => {
  const rows = ['01', '02', '03', '04'].map((name) => ({ BillingPeriodStart: `2025-${name}-01 00:00:00` }));
  const source = await openBillingExport([folder.write('a.csv', focusCsv(...rows))]);
  const charges = await source.charges({ metric: 'billed', from: '2025-02', to: '2025-03' });
  expect(charges.map((charge) => charge.month)).toEqual(['2025-02', '2025-03']);
  await source.close();
});

test('the same files give the same charges in the same order', async () => {
  const rows = ['b', 'a', 'c'].map((name) => ({ SubAccountId: name, ServiceName: `AWS ${name}` }));
  const path = folder.write('a.csv', focusCsv(...rows));
  expect(await chargesIn([path])).toEqual(await chargesIn([path]));
  expect((await chargesIn([path])).map(({ accountId }) => accountId)).toEqual(['a', 'b', 'c']);
});
