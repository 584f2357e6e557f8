import { join } from 'node:path';
import type { LocalAws } from '@bulkhead/local-aws';
import { writeSampleExport } from '@bulkhead/sample-billing';
import type { CostMetric, SpendReport } from '@bulkhead/spend';
import Big from 'big.js';
import { runBulkhead } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';
import { currentMonth, lastMonth, spendWorld, startSpendAws } from './spend-world.fixture.ts';

const folder = openScratchFolder();
let aws: LocalAws;
beforeAll(async () => {
  const world = spendWorld();
  await writeSampleExport(world.billing, join(folder.path, 'export'));
  aws = await startSpendAws(world);
}, 60_000);
afterAll(async () => {
  await aws.close();
  folder.remove();
});

async function report(...args: readonly string[]): Promise<SpendReport> {
  const out = ['--out', join(folder.path, 'out'), '--format', 'json', '--json'];
  const { stdout } = await runBulkhead(['spend', 'report', '--org', 'acme', ...out, ...args], { env: aws.environment });
  return JSON.parse(stdout) as SpendReport;
}

const cellsOf = ({ cells }: SpendReport) => new Map(cells.map(({ unit, phase, cost }) => [`${unit} ${phase}`, cost]));

test.each<[string, string, CostMetric]>([
  ['closed', lastMonth, 'billed'],
  ['closed', lastMonth, 'effective'],
  ['open', currentMonth, 'billed'],
  ['open', currentMonth, 'effective'],
])(
  'a month that is %s, %s, is the same to the last digit from both sources: %s cost',
  async (state, month, metric) => {
    const wanted = ['--month', month, '--metric', metric];
    const exported = await report(...wanted, '--export', join(folder.path, 'export'));
    const explored = await report(...wanted, '--source', 'cost-explorer');
    expect(explored.total).toBe(exported.total);
    expect([exported.settled, explored.settled]).toEqual(Array(2).fill(state === 'closed'));
    // Cost Explorer knows no charge without a linked account: support and the like are the payer's there.
    const payer = 'enterprise management';
    const { withoutAccount } = exported.unallocated;
    const cells = cellsOf(exported);
    const payersToo = new Big(cells.get(payer) ?? '0').plus(withoutAccount).toFixed();
    expect(cellsOf(explored)).toEqual(cells.set(payer, payersToo));
    expect(explored.unallocated.accounts).toEqual(exported.unallocated.accounts);
    expect(explored.kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['usage', 'tax', 'support']));
  },
  60_000,
);
