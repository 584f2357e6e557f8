import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSampleExport } from '@bulkhead/sample-billing';
import type { SpendReport } from '@bulkhead/spend';
import Big from 'big.js';
import { focusCsv } from './focus-export.fixture.ts';
import { runBulkhead, workspace } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const lock = JSON.parse(readFileSync(join(workspace, 'apps/acme/organization.lock.json'), 'utf8')) as {
  readonly accounts: Readonly<Record<string, { readonly id: string }>>;
};
const names = ['acme-shared-services', 'acme-retail-dev', 'acme-retail-prod', 'acme-bi-prod'];

const report = (...args: readonly string[]) =>
  runBulkhead(['spend', 'report', '--org', 'acme', ...args], { env: { COLUMNS: '80' } });

const inFolder = (path: string) => join(folder.path, path);

beforeAll(async () => {
  const accounts = names.map((name) => {
    const [, unit = '', phase = ''] = /^acme-(shared|retail|bi)-(.*)$/.exec(name) ?? [];
    const owner = unit === 'shared' ? { unit: 'enterprise', phase: 'shared-services' } : { unit, phase };
    return { ...owner, id: lock.accounts[name]?.id ?? '', name, regions: ['eu-west-1'], budget: '5000' };
  });
  const input = { organization: 'acme', managementAccountId: '999999999999', accounts, lastMonth: '2026-10' };
  await writeSampleExport({ ...input, months: 2, seed: 'cli' }, inFolder('export'));
});

test('a report is written in every format, for the organization and for each unit, and its summary is printed', async () => {
  const outcome = await report('--export', inFolder('export'), '--out', inFolder('all'));
  expect(outcome.exitCode).toBe(0);
  const formats = ['csv', 'html', 'json', 'md'].map((format) => `report.${format}`);
  const units = ['bi', 'enterprise', 'retail', 'startup'].flatMap((unit) =>
    formats.map((file) => `units/${unit}/${file}`),
  );
  expect(Object.keys(folder.read('all'))).toEqual([...formats, ...units]);
  expect(outcome.stdout).toMatch(/^acme in 2026-10: billed cost in USD\n/);
  expect(outcome.stdout).toMatch(/^retail +prod +1 +[\d,]+\.\d\d /m);
  expect(outcome.stdout).toMatch(/^reconciled: the source adds up to [\d.]+ USD, difference 0$/m);
  expect(outcome.stdout).toContain(`  ${inFolder('all/report.html')}\n`);
  expect(outcome.stdout).toContain(`  ${inFolder('all/units/retail')}\n`);
  // progress is no part of the result, and plain where nobody watches
  expect(outcome.stderr).toMatch(
    /^ {2}reading billing export …\n {2}✓ reading billing export {2}\d+ rows of FOCUS 1.2/,
  );
  expect(outcome.stderr + outcome.stdout).not.toContain('\u001b');
});

test('report.json holds amounts as decimal text, and cells and unallocated add up to the source to the last digit', async () => {
  await report('--export', inFolder('export'), '--out', inFolder('json'), '--format', 'json');
  const written = JSON.parse(readFileSync(inFolder('json/report.json'), 'utf8')) as SpendReport;
  expect(written).toMatchObject({
    organization: 'acme',
    month: '2026-10',
    currency: 'USD',
    metric: 'billed',
    settled: true,
  });
  const { cells, unallocated, reconciliation, total } = written;
  const costs = [...cells.map(({ cost }) => cost), unallocated.cost];
  const sum = costs.reduce((before, cost) => before.plus(cost), new Big(0)).toFixed();
  expect(reconciliation).toEqual({ sourceTotal: sum, reportTotal: sum, difference: '0' });
  expect(total).toBe(sum);
  expect(cells.find(({ unit, phase }) => unit === 'retail' && phase === 'prod')).toMatchObject({
    accounts: [{ id: lock.accounts['acme-retail-prod']?.id }],
    cost: expect.stringMatching(/^\d+\.\d+$/),
    previousMonth: expect.stringMatching(/^\d+\.\d+$/),
    budget: '300000',
  });
  // accounts of the bill that the organization does not describe: its payer, and one that left
  expect(unallocated).toMatchObject({
    accounts: [{ name: 'acme-pilot' }, { id: '999999999999', name: 'acme-management' }],
    withoutAccount: expect.stringMatching(/^-?\d+(\.\d+)?$/),
  });
  expect(written.source.rows).toBeGreaterThan(1000);
});

test.each([
  ['html,csv', ['report.csv', 'report.html']],
  ['md,md', ['report.md']],
])('--format %s writes just those', async (format, expected) => {
  const { exitCode } = await report('--export', inFolder('export'), '--out', inFolder(format), '--format', format);
  expect(exitCode).toBe(0);
  expect(Object.keys(folder.read(format)).filter((path) => !path.startsWith('units/'))).toEqual(expected);
});

test('--json prints the report and nothing else', async () => {
  const outcome = await report('--export', inFolder('export'), '--out', inFolder('printed'), '--json');
  expect(JSON.parse(outcome.stdout)).toEqual(JSON.parse(readFileSync(inFolder('printed/report.json'), 'utf8')));
});

test('the same input gives the same bytes', async () => {
  const [once, twice] = await Promise.all(
    ['once', 'twice'].map(async (out) => {
      const args = [
        '--export',
        inFolder('export'),
        '--out',
        inFolder(out),
        '--metric',
        'effective',
        '--month',
        '2026-09',
      ];
      expect(await report(...args)).toMatchObject({ exitCode: 0 });
      return folder.read(out);
    }),
  );
  expect(once).toEqual(twice);
  expect(once?.['report.json']).toContain('"month": "2026-09"');
});

describe('with owners given by hand', () => {
  const hostile = '<script>alert(1)</script>';
  const charges = [
    { SubAccountId: '000000000012', SubAccountName: 'account of a', BilledCost: '17.25' },
    { SubAccountId: '000000000034', SubAccountName: 'account of b', BilledCost: '31.75' },
    { SubAccountId: '000000000056', SubAccountName: 'account of c', BilledCost: '43.5' },
    { SubAccountId: '000000000078', SubAccountName: 'account of nobody', BilledCost: '59.125' },
  ];
  const owners = `sub_account_id,unit,phase\n000000000012,../../etc,dev\n000000000034,${hostile},dev\n000000000056,\u001b[31mred,dev\n`;
  let stdout = '';

  beforeAll(async () => {
    const exported = folder.write('owned.csv', focusCsv(...charges));
    const attribution = folder.write('owners.csv', owners);
    const outcome = await report('--export', exported, '--attribution', attribution, '--out', inFolder('below/owned'));
    expect(outcome.exitCode).toBe(0);
    stdout = outcome.stdout;
  });

  test('a name of a unit leads nowhere else, and steers no terminal', () => {
    const units = new Set(Object.keys(folder.read('below')).map((path) => path.split('/').slice(0, -1).join('/')));
    expect([...units].filter((path) => !/^owned(\/units\/[^/]+)?$/.test(path))).toEqual([]);
    expect([...units].some((path) => path.startsWith('owned/units/%2E%2E'))).toBe(true);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('\uFFFD[31mred');
  });

  test('a name is text in the page', () => {
    const pages = Object.entries(folder.read('below/owned')).filter(([path]) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const [, html] of pages) expect(html).not.toContain(hostile);
    expect(folder.read('below/owned')['report.html']).toMatch(/&(lt|#60);script&(gt|#62);/);
  });

  test("a unit's report has nothing of another unit's accounts and figures, nor the total", () => {
    const files = Object.entries(folder.read('below/owned/units')).filter(([path]) => path.startsWith('%2E%2E'));
    expect(files).toHaveLength(4);
    for (const [, content] of files) {
      expect(content).toContain('17.25');
      for (const other of ['000000000034', '000000000056', '000000000078', 'account of b', 'account of nobody']) {
        expect(content).not.toContain(other);
      }
      // the figures of the others, of the unallocated, and of all together
      expect(content).not.toMatch(/31\.75|43\.5|59\.1|151\.6|script>alert|\[31mred/);
    }
  });
});
