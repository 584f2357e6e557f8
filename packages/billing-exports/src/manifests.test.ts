import { utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findBillingFiles } from './billing-files.ts';
import { focusCsv, openSampleFolder } from './sample-exports.ts';
import type { SampleFolder } from './sample-exports.ts';

let folder: SampleFolder;
beforeEach(() => {
  folder = openSampleFolder();
});
afterEach(() => folder.remove());

async function found(...paths: readonly string[]): Promise<readonly string[]> {
  return (await findBillingFiles(paths)).map(({ path }) => relative(folder.path, path));
}

const write = (...names: readonly string[]): void => names.forEach((name) => folder.write(name, focusCsv({})));

const legacy = (start: string, ...keys: readonly string[]): string =>
  JSON.stringify({ reportId: 'r1', billingPeriod: { start }, reportKeys: keys });

const dataExport = (...keys: readonly string[]): string =>
  JSON.stringify({ exportArn: 'arn:example', dataFiles: keys.map((key) => `s3://bucket/${key}`) });

describe('a folder of a legacy CUR', () => {
  test('stands for the run that the manifest of each period names, once', async () => {
    write('r/20250301-20250401/old/r-1.csv', 'r/20250301-20250401/new/r-1.csv', 'r/20250401-20250501/x/r-1.csv');
    const march = legacy('20250301T000000.000Z', 'prefix/r/20250301-20250401/new/r-1.csv');
    folder.write('r/20250301-20250401/r-Manifest.json', march);
    folder.write('r/20250301-20250401/new/r-Manifest.json', march);
    const old = folder.write(
      'r/20250301-20250401/old/r-Manifest.json',
      legacy('20250301T000000.000Z', 'prefix/r/20250301-20250401/old/r-1.csv'),
    );
    // A copy that doesn't keep times can leave any manifest as the last one written.
    utimesSync(old, 4_000_000_000, 4_000_000_000);
    folder.write(
      'r/20250401-20250501/r-Manifest.json',
      legacy('20250401T000000.000Z', '/prefix/r/20250401-20250501/x/r-1.csv'),
    );
    expect(await found(folder.path)).toEqual(['r/20250301-20250401/new/r-1.csv', 'r/20250401-20250501/x/r-1.csv']);
    expect(await found(join(folder.path, 'r/20250301-20250401'))).toEqual(['r/20250301-20250401/new/r-1.csv']);
  });

  test('stands for the manifest that was written last where none lies above the others', async () => {
    write('p/a/r-1.csv', 'p/b/r-1.csv');
    for (const [run, time] of [
      ['a', 2000],
      ['b', 1000],
    ] as const) {
      utimesSync(folder.write(`p/${run}/r-Manifest.json`, legacy('2025', `p/${run}/r-1.csv`)), time, time);
    }
    expect(await found(folder.path)).toEqual(['p/a/r-1.csv']);
  });
});

describe('a folder of Data Exports', () => {
  const data = 'e/data/BILLING_PERIOD=2025-03';

  test('stands for the chunks that the manifests list, not for chunks left over from longer runs', async () => {
    write(`${data}/e-00001.csv.gz`, `${data}/e-00002.csv.gz`, 'e/data/billing_period=2025-04/e-00001.csv.gz');
    folder.write(`${data}/e-00003.csv.gz`, '');
    folder.write(
      'e/metadata/BILLING_PERIOD=2025-03/e-Manifest.json',
      dataExport(`x/${data}/e-00001.csv.gz`, `x/${data}/e-00002.csv.gz`),
    );
    folder.write(
      'e/metadata/BILLING_PERIOD=2025-04/e-Manifest.json',
      dataExport('x/e/data/BILLING_PERIOD=2025-04/e-00001.csv.gz'),
    );
    expect(await found(folder.path)).toEqual([
      `${data}/e-00001.csv.gz`,
      `${data}/e-00002.csv.gz`,
      'e/data/billing_period=2025-04/e-00001.csv.gz',
    ]);
  });

  test('stands for the latest of several runs', async () => {
    for (const run of ['2025-04-02T01:00:00.000Z-a', '2025-04-03T01:00:00.000Z-b']) {
      write(`${data}/${run}/e-00001.csv`);
      folder.write(
        `e/metadata/BILLING_PERIOD=2025-03/${run}/e-Manifest.json`,
        dataExport(`${data}/${run}/e-00001.csv`),
      );
    }
    expect(await found(folder.path)).toEqual([`${data}/2025-04-03T01:00:00.000Z-b/e-00001.csv`]);
  });

  test('never takes a file of another period for one that is absent', async () => {
    write(`${data}/e-00001.csv`);
    folder.write('e/metadata/BILLING_PERIOD=2025-03/e-Manifest.json', dataExport(`${data}/e-00001.csv`));
    const april = 'e/data/BILLING_PERIOD=2025-04/e-00001.csv';
    const manifest = folder.write('e/metadata/BILLING_PERIOD=2025-04/e-Manifest.json', dataExport(april));
    await expect(findBillingFiles([folder.path])).rejects.toThrow(
      `${manifest} lists ${april}, which is not in ${folder.path}; fetch it too`,
    );
  });

  test.each([
    ['{"dataFiles": [', 'it is not JSON'],
    ['{"columns": []}', 'it has neither reportKeys nor dataFiles'],
    ['null', 'it has neither reportKeys nor dataFiles'],
  ])('refuses the manifest %s', async (content, reason) => {
    const path = folder.write('e/metadata/e-Manifest.json', content);
    await expect(findBillingFiles([folder.path])).rejects.toThrow(
      `${path} is no manifest of a billing export: ${reason}; fetch it again`,
    );
  });
});
