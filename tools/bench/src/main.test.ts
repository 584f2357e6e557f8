import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AccountSize } from './account-sizes.ts';
import type { Comparison } from './comparison.ts';
import type { LimitsFigures } from './limits-figures.ts';

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const realExport = pathOf('../../../../shared/data/cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet');
const tinyExport = ['--months', '1', '--accounts', '1'];

/** Runs the built program as a person does. Figures depend on the machine, so that no test looks at their size. */
function bench(...parameters: readonly string[]) {
  const result = spawnSync(process.execPath, [pathOf('../dist/main.js'), ...parameters], { encoding: 'utf8' });
  return { status: result.status, output: result.stdout, progress: result.stderr };
}

const comparisonsIn = (output: string) =>
  (JSON.parse(output) as { readonly comparisons: readonly Comparison[] }).comparisons;

function expectFigures(comparisons: readonly Comparison[]): void {
  for (const { product, peer, ratio, memoryRatio } of comparisons) {
    for (const { median, peakMemory } of [product, peer]) {
      expect(median).toBeGreaterThan(0);
      // a process of Node.js takes more than 20 MB, and no benchmark here takes 10 GB
      expect(peakMemory).toBeGreaterThan(20e6);
      expect(peakMemory).toBeLessThan(10e9);
    }
    expect(ratio).toBeCloseTo(product.median / peer.median, 10);
    expect(memoryRatio).toBeCloseTo(product.peakMemory / peer.peakMemory, 10);
  }
}

test('synth compares acme and generated organizations with bare programs of as many resources', () => {
  const { status, output, progress } = bench('synth', '--runs', '1', '--accounts', '2,4', '--json');
  expect([status, progress]).toEqual([0, expect.stringContaining('synth of acme: bare cdktf, run 1 of 1')]);
  const comparisons = comparisonsIn(output);
  expectFigures(comparisons);
  expect(comparisons.map(({ name }) => name)).toEqual([
    'synth of acme',
    'synth of 2 runtime accounts',
    'synth of 4 runtime accounts',
  ]);
  for (const { product, peer } of comparisons) {
    const [stacks, resources] = product.result.split(', ');
    expect(peer.result.split(', ').slice(0, 2)).toEqual([stacks, resources]);
  }
  const { accountSizes } = JSON.parse(output) as { readonly accountSizes: readonly AccountSize[] };
  expect([...new Set(accountSizes.map(({ phase }) => phase))]).toEqual(['sandbox', 'dev', 'stage', 'prod', 'dr']);
  expect(accountSizes).toHaveLength(9);
  for (const { resources, bytes } of accountSizes) expect(bytes).toBeGreaterThan(resources);
}, 60_000);

test('billing compares reading and reporting with raw sums, and what it cannot read it skips in plain words', () => {
  const { status, output, progress } = bench('billing', '--runs', '1', ...tinyExport, '--json');
  expect(status).toBe(0);
  const comparisons = comparisonsIn(output);
  expectFigures(comparisons);
  expect(comparisons.filter(({ name }) => name.startsWith('report on 1 months, 1 runtime accounts: '))).toHaveLength(4);
  const read = comparisons.filter(({ name }) => name.endsWith('real export: 119,307 rows'));
  if (existsSync(realExport)) {
    expect(read.map(({ product }) => product.result)).toEqual(Array(4).fill('4064.4831315379'));
    expect(read.every(({ product }) => product.rowsPerSecond !== null)).toBe(true);
  } else {
    expect(progress).toContain(`skipped, there is no file ${realExport}`);
  }
}, 30_000);

test('limits tells calls, time and pages beside the bound that the rates of AWS set', () => {
  const { status, output, progress } = bench('limits', '--accounts', '2', '--json');
  expect([status, progress]).toEqual([0, expect.stringContaining('limits of 2 accounts, run 1 of 1')]);
  const { limits } = JSON.parse(output) as { readonly limits: readonly LimitsFigures[] };
  expect(limits.map(({ name, accounts, places }) => [name, accounts, places])).toEqual([
    ['acme', 14, 12],
    ['2 accounts', 6, 4],
  ]);
  for (const { calls, places, median, bound, ratio, peakMemory, refused, explorer } of limits) {
    expect(calls).toMatchObject({ 'organizations:ListAccounts': 1, 'servicequotas:ListServiceQuotas': places });
    // the example has a group of which only its launch template names the type
    expect(calls).toHaveProperty(['ec2:DescribeLaunchTemplateVersions']);
    expect(refused).toBe(0);
    expect(ratio).toBeCloseTo(median / bound.milliseconds, 10);
    expect(peakMemory).toBeGreaterThan(20e6);
    expect(peakMemory).toBeLessThan(10e9);
    // one page with groups and one without: the two queries of a report
    expect(explorer).toMatchObject({ months: 14, pages: 2 });
  }
}, 120_000);

test('a program that fails ends the bench with its own words and without figures', () => {
  const noExport = pathOf('../package.json');
  const { status, output, progress } = bench('billing', '--runs', '1', ...tinyExport, '--parquet', noExport);
  expect([status, output]).toEqual([1, '']);
  expect(progress).toContain('error: bulkhead failed');
  expect(progress).toContain(noExport);
}, 30_000);
