import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Big from 'big.js';
import type { ChargeSource, CostMetric, Month } from '@bulkhead/spend';
import { openBillingExport } from './index.ts';

// Real exports that nobody here wrote, with their totals computed by other means; they lie beside the project.
const samples = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const present = existsSync(join(samples, 'totals.json'));

interface Totals {
  readonly rows: number;
  readonly months: readonly string[];
  readonly total: Readonly<Record<string, string>>;
  readonly bySubAccountMonth: readonly Readonly<Record<string, string>>[];
}

const columns: Readonly<Record<string, CostMetric>> = {
  BilledCost: 'billed',
  unblended: 'billed',
  ListCost: 'list',
  publicOnDemand: 'list',
};

function checkTotals(): readonly { file: string; path: string; metric: CostMetric; column: string; totals: Totals }[] {
  const all = JSON.parse(readFileSync(join(samples, 'totals.json'), 'utf8')) as Record<string, Totals>;
  return Object.entries(all)
    .filter(([name, totals]) => Array.isArray(totals.bySubAccountMonth) && !name.includes('AWS rows only'))
    .flatMap(([name, totals]) => {
      const file = name.replace(/ \(.*\)$/, '');
      return Object.entries(columns)
        .filter(([column]) => column in totals.total)
        .map(([column, metric]) => ({ file, path: join(samples, file), metric, column, totals }));
    });
}

/** Cost by sub-account and month, added up from the groups. */
async function costByAccountMonth(source: ChargeSource, metric: CostMetric): Promise<Record<string, string>> {
  const { months } = await source.describe();
  const groups = await source.charges({ metric, from: months[0] ?? '', to: months.at(-1) ?? '' });
  const sums = new Map<string, Big>();
  for (const { accountId, month, cost } of groups) {
    const key = `${accountId ?? ''} ${month}`;
    sums.set(key, (sums.get(key) ?? new Big(0)).plus(cost));
  }
  return Object.fromEntries([...sums].map(([key, sum]) => [key, sum.toFixed()]));
}

async function totalOf(source: ChargeSource, metric: CostMetric, months: readonly Month[]): Promise<string> {
  let total = new Big(0);
  for (const month of months) total = total.plus(await source.total({ metric, month }));
  return total.toFixed();
}

async function expectTotals(
  paths: readonly string[],
  metric: CostMetric,
  column: string,
  totals: Totals,
): Promise<void> {
  const source = await openBillingExport(paths);
  try {
    expect(await source.describe()).toMatchObject({ rows: totals.rows, months: totals.months, currency: 'USD' });
    expect(await costByAccountMonth(source, metric)).toEqual(
      Object.fromEntries(
        totals.bySubAccountMonth.map((cell) => [`${cell['subAccount']} ${cell['month']}`, cell[column]]),
      ),
    );
    expect(await totalOf(source, metric, totals.months)).toBe(totals.total[column]);
  } finally {
    await source.close();
  }
}

if (present) {
  const cases = checkTotals();

  test('every billing file with check totals is among the cases', () => {
    expect(new Set(cases.map(({ file }) => file.split('/')[0]))).toEqual(
      new Set(['focus', 'cur-legacy-parquet', 'cur-legacy-csv', 'cur-legacy-s3-layout', 'cur2-csv']),
    );
  });

  test.each(cases)('$file adds up to the last digit, per sub-account and month: $metric', async (example) => {
    await expectTotals([example.path], example.metric, example.column, example.totals);
  });

  test.each(cases.filter(({ file }) => file.includes('s3-layout')))(
    'a bucket with two manifests of one period counts the period once: $metric',
    async ({ file, metric, column, totals }) => {
      const folders = [join(samples, 'cur-legacy-s3-layout'), join(samples, dirname(dirname(file)))];
      for (const folder of folders) await expectTotals([folder], metric, column, totals);
    },
  );

  describe('the CUR 2.0 export with its manifest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bulkhead-billing-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    test.each(cases.filter(({ file }) => file.startsWith('cur2-csv')))(
      'reads what the manifest lists and nothing else: $metric',
      async ({ path, metric, column, totals }) => {
        const manifest = join(dirname(path), 'ha-project-CUR-daily-1-Manifest.json');
        const { dataFiles } = JSON.parse(readFileSync(manifest, 'utf8')) as { dataFiles: readonly string[] };
        const key = (dataFiles[0] ?? '').replace('s3://ha-s3-bucket-1/CUR-daily-1.0/', '');
        mkdirSync(join(folder, dirname(key)), { recursive: true });
        writeFileSync(join(folder, key), gzipSync(readFileSync(path)));
        cpSync(path, join(folder, dirname(key), 'surplus.csv'));
        const metadata = join(folder, 'ha-project-CUR-daily-1', 'metadata', 'BILLING_PERIOD=2026-04');
        mkdirSync(metadata, { recursive: true });
        cpSync(manifest, join(metadata, basename(manifest)));
        await expectTotals([folder], metric, column, totals);
      },
    );

    test('says which file a manifest lists that is not there', async () => {
      await expect(openBillingExport([join(samples, 'cur2-csv')])).rejects.toThrow(
        /Manifest\.json lists .*ha-project-CUR-daily-1-00001\.csv\.gz, which is not in /,
      );
    });
  });

  test('an account id keeps the zero that it begins with', async () => {
    const source = await openBillingExport([
      join(samples, 'cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet'),
    ]);
    const groups = await source.charges({ metric: 'billed', from: '2018-10', to: '2018-10' });
    expect(new Set(groups.map(({ accountId }) => accountId))).toEqual(new Set(['011254002932', '836060457634']));
    await source.close();
  });
} else {
  test.skip('check totals of real billing files are held: skipped, ../shared/data is not beside the project', () =>
    undefined);
}
