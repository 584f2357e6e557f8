import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpendReport } from '@bulkhead/spend';
import { expectRefusal, runBulkhead, workspace } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

// Real exports that nobody here wrote, with their totals computed by other means; they lie beside the project.
const samples = join(workspace, '../shared/data');
const present = existsSync(join(samples, 'totals.json'));

interface Totals {
  readonly months: readonly string[];
  readonly bySubAccountMonth: readonly Readonly<Record<string, string>>[];
}

const column: Readonly<Record<string, 'billed' | 'list'>> = {
  BilledCost: 'billed',
  unblended: 'billed',
  ListCost: 'list',
  publicOnDemand: 'list',
};

if (present) {
  const folder = openScratchFolder();
  afterAll(() => folder.remove());

  const totals = JSON.parse(readFileSync(join(samples, 'totals.json'), 'utf8')) as Readonly<Record<string, Totals>>;
  const cases = Object.entries(totals)
    .filter(([name, { bySubAccountMonth }]) => Array.isArray(bySubAccountMonth) && !name.includes('AWS rows only'))
    .flatMap(([name, { months, bySubAccountMonth: cells }]) =>
      Object.entries(column)
        .filter(([key]) => cells.some((cell) => key in cell))
        .map(([key, metric]) => ({
          file: name.replace(/ \(.*\)$/, ''),
          metric,
          key,
          month: months.at(-1) ?? '',
          cells,
        })),
    );

  test.concurrent.each(cases)(
    '$file is reported to the last digit: $metric, $month',
    async (example) => {
      const { file, metric, key, month, cells } = example;
      const ofMonth = cells.filter((cell) => cell['month'] === month);
      const [first, ...others] = ofMonth.map((cell) => cell['subAccount'] ?? '');
      // one account stays without an owner, where there are two
      const owned = others.length > 0 ? others : [first ?? ''];
      const lines = owned.map((id, index) => `"${id}",unit-${index},dev`);
      const attribution = folder.write(`${file}-${metric}.csv`, `sub_account_id,unit,phase\n${lines.join('\n')}\n`);
      const out = join(folder.path, `${file}-${metric}`);
      const args = ['--org', 'acme', '--export', join(samples, file), '--attribution', attribution, '--metric', metric];
      const outcome = await runBulkhead(['spend', 'report', ...args, '--month', month, '--out', out, '--json']);
      expect(outcome).toMatchObject({ exitCode: 0 });
      const report = JSON.parse(outcome.stdout) as SpendReport;
      const reported = [...report.cells.flatMap(({ accounts }) => accounts), ...report.unallocated.accounts];
      expect(Object.fromEntries(reported.map(({ id, cost }) => [id, cost]))).toEqual(
        Object.fromEntries(ofMonth.map((cell) => [cell['subAccount'], cell[key]])),
      );
      expect(report.unallocated.accounts.map(({ id }) => id)).toEqual(others.length > 0 ? [first] : []);
      expect(report.reconciliation).toMatchObject({ sourceTotal: report.total, difference: '0' });
      expect(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'))).toEqual(report);
      // the largest has 119,307 rows
    },
    30_000,
  );

  test('an instance table is no billing export', async () => {
    const args = ['--export', join(samples, 'ec2/instance-types.csv'), '--out', join(folder.path, 'no')];
    expectRefusal(await runBulkhead(['spend', 'report', ...args]), 'instance-types.csv is no billing export');
  });
} else {
  test.skip('real exports are reported to the last digit: skipped, ../shared/data is not beside the project', () =>
    undefined);
}
