import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBillingDatabase } from './billing-database.ts';
import { quoteText } from './sql.ts';

/** Small exports for tests, in a folder that goes away with the test. */
export interface SampleFolder {
  readonly path: string;
  /** Writes a file and gives its path; a name that ends in `.gz` is packed. */
  write(name: string, content: string): string;
  /** Writes the rows of a query as Parquet and gives the file's path. */
  writeParquet(name: string, query: string): Promise<string>;
  remove(): void;
}

export function openSampleFolder(): SampleFolder {
  const path = mkdtempSync(join(tmpdir(), 'bulkhead-billing-'));
  const place = (name: string): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  return {
    path,
    write(name, content) {
      const file = place(name);
      writeFileSync(file, name.endsWith('.gz') ? gzipSync(content) : content);
      return file;
    },
    async writeParquet(name, query) {
      const file = place(name);
      const database = await openBillingDatabase();
      await database.rows(`COPY (${query}) TO ${quoteText(file)} (FORMAT parquet, COMPRESSION snappy)`);
      database.close();
      return file;
    },
    remove: () => rmSync(path, { recursive: true }),
  };
}

type Cells = Readonly<Record<string, string>>;

/** CSV of rows that differ from a plain row only in what they say. */
function csvOf(plain: Cells, rows: readonly Cells[]): string {
  const names = [...new Set([...Object.keys(plain), ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => names.map((name) => row[name] ?? plain[name] ?? '').join(','));
  return [names.join(','), ...lines, ''].join('\n');
}

export function focusCsv(...rows: readonly Cells[]): string {
  const plain = {
    BilledCost: '1.5',
    EffectiveCost: '1.25',
    ListCost: '2',
    BillingCurrency: 'USD',
    BillingAccountId: '999999999999',
    BillingPeriodStart: '2025-03-01T00:00:00Z',
    ChargePeriodStart: '2025-03-02T00:00:00Z',
    ChargeCategory: 'Usage',
    ChargeClass: 'NULL',
    ServiceName: 'AWS Lambda',
    SubAccountId: '000000000012',
    SubAccountName: 'example-dev',
  };
  return csvOf(plain, rows);
}

export function legacyCurCsv(...rows: readonly Cells[]): string {
  const plain = {
    'bill/PayerAccountId': '888888888888',
    'bill/BillingPeriodStartDate': '2025-03-01T00:00:00Z',
    'lineItem/UsageAccountId': '000000000034',
    'lineItem/LineItemType': 'Usage',
    'lineItem/UsageStartDate': '2025-03-02T00:00:00Z',
    'lineItem/ProductCode': 'AmazonS3',
    'lineItem/CurrencyCode': 'USD',
    'lineItem/UnblendedCost': '1.5',
    'pricing/publicOnDemandCost': '2',
  };
  return csvOf(plain, rows);
}

/** Query for one charge as AWS writes FOCUS 1.2 Parquet. */
export const focus12Query = `SELECT 1.5::DOUBLE AS BilledCost, 1.25::DOUBLE AS EffectiveCost, 2::DOUBLE AS ListCost, 'USD' AS BillingCurrency,
  TIMESTAMPTZ '2025-03-01 00:00:00+00' AS BillingPeriodStart, TIMESTAMPTZ '2025-03-31 23:30:00+00' AS ChargePeriodStart,
  'Usage' AS ChargeCategory, NULL::VARCHAR AS ChargeClass, 'AWS Lambda' AS ServiceName, '000000000012' AS SubAccountId,
  'example-dev' AS SubAccountName, 'INV-1' AS InvoiceId, '999999999999' AS BillingAccountId, MAP {'a': 'b'} AS Tags`;

/** Query for one line as AWS writes CUR 2.0 Parquet. */
export const cur2Query = `SELECT 1.5::DOUBLE AS line_item_unblended_cost, 2::DOUBLE AS pricing_public_on_demand_cost, 'USD' AS line_item_currency_code,
  TIMESTAMP '2025-03-01' AS bill_billing_period_start_date, TIMESTAMP '2025-03-02' AS line_item_usage_start_date,
  'Usage' AS line_item_line_item_type, '000000000034' AS line_item_usage_account_id, 'example-prod' AS line_item_usage_account_name,
  'AmazonS3' AS line_item_product_code, MAP {'product_name': 'Amazon Simple Storage Service'} AS product`;

/** CUR 2.0 CSV with two lines; the product of the second is cut off. */
export const cur2Csv = [
  'line_item_unblended_cost,line_item_currency_code,bill_billing_period_start_date,line_item_usage_start_date,line_item_line_item_type,line_item_usage_account_id,line_item_product_code,product',
  '1,USD,2025-03-01T00:00:00.000Z,2025-03-02T00:00:00.000Z,Usage,34,AmazonS3,"{""product_name"":""Amazon Simple Storage Service""}"',
  '2,USD,2025-03-01T00:00:00.000Z,2025-03-02T00:00:00.000Z,Usage,34,AmazonEC2,"{""sku"":""x"""',
].join('\n');
