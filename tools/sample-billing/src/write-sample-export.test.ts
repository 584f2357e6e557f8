import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { formatAmount } from './amount.ts';
import { smallInput } from './example-input.ts';
import { focusColumns } from './focus-columns.ts';
import { generateCharges } from './generate-charges.ts';
import type { SampleCharge } from './sample-charge.ts';
import { writeSampleExport } from './write-sample-export.ts';
import type { SampleExport } from './write-sample-export.ts';

/** AWS's table FOCUS_1_2_AWS (Data Exports user guide, table dictionary). */
const columnNames = `
  AvailabilityZone BilledCost BillingAccountId BillingAccountName BillingAccountType BillingCurrency BillingPeriodEnd
  BillingPeriodStart CapacityReservationId CapacityReservationStatus ChargeCategory ChargeClass ChargeDescription
  ChargeFrequency ChargePeriodEnd ChargePeriodStart CommitmentDiscountCategory CommitmentDiscountId
  CommitmentDiscountName CommitmentDiscountQuantity CommitmentDiscountStatus CommitmentDiscountType
  CommitmentDiscountUnit ConsumedQuantity ConsumedUnit ContractedCost ContractedUnitPrice EffectiveCost InvoiceId
  InvoiceIssuerName ListCost ListUnitPrice PricingCategory PricingCurrency PricingCurrencyContractedUnitPrice
  PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice PricingQuantity PricingUnit ProviderName PublisherName
  RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory ServiceName ServiceSubcategory SkuId SkuMeter
  SkuPriceId SkuPriceDetails SubAccountId SubAccountName SubAccountType Tags x_Discounts x_Operation x_ServiceCode`;

const months = ['2026-08', '2026-09', '2026-10'];
let folder: string;
let connection: DuckDBConnection;
let parquet: SampleExport;
const progress: [string, number][] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sample billing's "));
  parquet = await writeSampleExport(smallInput, join(folder, 'first'), {
    onMonth: (month, rows) => progress.push([month, rows]),
  });
  const database = await DuckDBInstance.create(':memory:');
  connection = await database.connect();
});

afterAll(async () => {
  connection.closeSync();
  await rm(folder, { recursive: true });
});

const table = ({ files }: SampleExport, reader: string) =>
  `${reader}([${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')}])`;

async function rowsOf(sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRowsJson();
}

const costs = ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'] as const;
/** A double counts as its shortest decimal: what DuckDB prints for it. */
const exactSums = costs.map((cost) => `sum("${cost}"::VARCHAR::DECIMAL(28,10))::VARCHAR`).join(', ');

function generatedSums(charges: Iterable<SampleCharge>): readonly string[][] {
  const totals = new Map<string, bigint[]>();
  for (const { account, billingMonth, billedCost, effectiveCost, listCost, contractedCost } of charges) {
    const key = `${account?.id ?? 'none'} ${billingMonth}`;
    const before = totals.get(key) ?? [0n, 0n, 0n, 0n];
    totals.set(
      key,
      [billedCost, effectiveCost, listCost, contractedCost].map((cost, index) => cost + (before[index] ?? 0n)),
    );
  }
  return [...totals].map(([key, sums]) => [key, ...sums.map(formatAmount)]).toSorted(byKey);
}

const byKey = (left: readonly unknown[], right: readonly unknown[]) => String(left[0]).localeCompare(String(right[0]));
const withoutZeros = (value: unknown) => String(value).replace(/\.?0+$/, '');

test.each(['parquet', 'csv'] as const)(
  '%s files hold the totals of the generator, per account and month, to the last digit',
  async (format) => {
    const written =
      format === 'parquet' ? parquet : await writeSampleExport(smallInput, join(folder, 'text'), { format });
    const reader =
      format === 'parquet'
        ? table(written, 'read_parquet')
        : table(written, 'read_csv').replace(/\)$/, ', all_varchar=true)');
    const key = `coalesce(SubAccountId, 'none') || ' ' || left(BillingPeriodStart::VARCHAR, 7)`;
    const rows = await rowsOf(`SELECT ${key}, ${exactSums} FROM ${reader} GROUP BY 1`);
    const read = rows
      .map(([first, ...sums]) => [first, ...sums.map((value) => withoutZeros(value) || '0')])
      .toSorted(byKey);
    expect(read).toEqual(generatedSums(generateCharges(smallInput)));
  },
);

test.each(['parquet', 'csv'] as const)('the same input gives the same bytes of %s and manifest', async (format) => {
  const [left, right] = [
    await writeSampleExport(smallInput, join(folder, `${format} 1`), { format }),
    await writeSampleExport(smallInput, join(folder, `${format} 2`), { format }),
  ];
  for (const [index, file] of left.files.entries()) {
    expect((await readFile(file)).equals(await readFile(right.files[index] ?? ''))).toBe(true);
  }
  const manifest = 'metadata/BILLING_PERIOD=2026-10/acme-focus-Manifest.json';
  expect(await readFile(join(left.folder, manifest))).toEqual(await readFile(join(right.folder, manifest)));
});

test('each month stands where Data Exports puts it, and its manifest lists exactly that file', async () => {
  expect(parquet.folder).toBe(join(folder, 'first', 'acme-focus'));
  expect(parquet.files).toEqual(
    months.map((month) => join(parquet.folder, `data/BILLING_PERIOD=${month}/acme-focus-00001.snappy.parquet`)),
  );
  for (const month of months) {
    const text = await readFile(
      join(parquet.folder, `metadata/BILLING_PERIOD=${month}/acme-focus-Manifest.json`),
      'utf8',
    );
    const manifest = JSON.parse(text) as { dataFiles: string[]; columns: { name: string; type: string }[] };
    expect(manifest.dataFiles).toEqual([
      `s3://acme-billing-exports/focus/acme-focus/data/BILLING_PERIOD=${month}/acme-focus-00001.snappy.parquet`,
    ]);
    expect(manifest.columns).toEqual(focusColumns.map(({ name, type }) => ({ name, type })));
  }
});

test('the Parquet columns are those of FOCUS 1.2 with AWS columns, with their types', async () => {
  const described = await rowsOf(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${table(parquet, 'read_parquet').replace(/\)$/, ', hive_partitioning=false)')})`,
  );
  const types = {
    string: 'VARCHAR',
    double: 'DOUBLE',
    timestamp: 'TIMESTAMP_MS',
    'map<string,string>': 'MAP(VARCHAR, VARCHAR)',
    'map<string,double>': 'MAP(VARCHAR, DOUBLE)',
  };
  // DuckDB reads every Parquet timestamp as microseconds; the unit in the file is checked below.
  expect(described.map(([name, type]) => [name, type === 'TIMESTAMP' ? 'TIMESTAMP_MS' : type])).toEqual(
    focusColumns.map(({ name, type }) => [name, types[type]]),
  );
  expect(focusColumns.map(({ name }) => name)).toEqual(columnNames.trim().split(/\s+/));
  const units = await rowsOf(
    `SELECT DISTINCT logical_type FROM parquet_schema('${(parquet.files[0] ?? '').replaceAll("'", "''")}') WHERE name LIKE '%Period%'`,
  );
  expect(String(units)).toContain('MILLIS');
});

test('columns that AWS never leaves empty are never null', async () => {
  const never = [
    'BilledCost',
    'BillingAccountId',
    'BillingAccountType',
    'BillingCurrency',
    'BillingPeriodEnd',
    'BillingPeriodStart',
  ];
  const filled = [
    ...never,
    'ChargeCategory',
    'ChargeFrequency',
    'ChargePeriodEnd',
    'ChargePeriodStart',
    'ContractedCost',
    'EffectiveCost',
  ];
  const all = [
    ...filled,
    'InvoiceIssuerName',
    'ListCost',
    'ProviderName',
    'PublisherName',
    'ServiceCategory',
    'ServiceName',
    'ServiceSubcategory',
  ];
  const nulls = all.map((column) => `count(*) - count("${column}")`).join(' + ');
  expect(await rowsOf(`SELECT (${nulls})::INT FROM ${table(parquet, 'read_parquet')}`)).toEqual([[0]]);
});

test('progress names every month with its rows, and the rows add up', () => {
  expect(progress.map(([month]) => month)).toEqual(months);
  expect(progress.reduce((sum, [, rows]) => sum + rows, 0)).toBe(parquet.rows);
  expect(parquet.rows).toBe([...generateCharges(smallInput)].length);
});

test('tags are a map that can be asked by key', async () => {
  const sql = `SELECT DISTINCT Tags['accountTag/Phase'] FROM ${table(parquet, 'read_parquet')} WHERE SubAccountName = 'acme-retail-prod'`;
  expect(await rowsOf(sql)).toEqual([['prod']]);
});

test('a folder that cannot be written is named in the error, with its cause', async () => {
  const file = join(folder, 'a file');
  await writeFile(file, '');
  const error: unknown = await writeSampleExport(smallInput, file).catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    message: expect.stringContaining(`got: ${file}`),
    cause: expect.objectContaining({ code: 'ENOTDIR' }),
  });
});

test('an error of the progress callback comes through as it is', async () => {
  const stopped = new Error('stopped');
  const writing = writeSampleExport({ ...smallInput, months: 1 }, join(folder, 'stopped'), {
    onMonth: () => {
      throw stopped;
    },
  });
  await expect(writing).rejects.toBe(stopped);
});
