import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findBillingFiles } from './billing-files.ts';
import { openBillingExport } from './index.ts';
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

test('a folder without manifests stands for the billing files in it and under it', async () => {
  write('b.csv', 'a/c.parquet', 'a/d.CSV.GZ', '.hidden.csv', 'a/_SUCCESS', 'notes.txt');
  expect(await found(folder.path)).toEqual(['a/c.parquet', 'a/d.CSV.GZ', 'b.csv']);
});

test('a glob stands for the billing files that match, and for folders where no file does', async () => {
  write('2025-03/a.csv', '2025-04/a.csv', '2025-04/a.txt', '2024-01/a.csv');
  expect(await found(join(folder.path, '2025-*/*'))).toEqual(['2025-03/a.csv', '2025-04/a.csv']);
  expect(await found(join(folder.path, '2025-*'))).toEqual(['2025-03/a.csv', '2025-04/a.csv']);
});

test('a file that is given twice, by any name, counts once', async () => {
  write('a.csv', 'b.csv');
  symlinkSync(join(folder.path, 'a.csv'), join(folder.path, 'z.csv'));
  expect(await found(join(folder.path, 'a.csv'), join(folder.path, '*.csv'), folder.path)).toEqual(['a.csv', 'b.csv']);
});

test.each(["it's here.csv", 'sp ace/a b.csv', 'a[1]*?.csv', '{x}.csv', 'BILLING_PERIOD=2025-03/é.csv', '$1;--.csv'])(
  'a file named %s is read, and no other',
  async (name) => {
    write(name, 'a1x.csv', 'a1xy.csv');
    const source = await openBillingExport([join(folder.path, name)]);
    expect(await source.describe()).toMatchObject({ files: [join(folder.path, name)], rows: 1 });
    expect(await source.total({ metric: 'billed', month: '2025-03' })).toBe('1.5');
    await source.close();
  },
);

test('all paths that are wrong are named at once', async () => {
  folder.write('empty/notes.txt', '');
  const paths = ['gone.csv', '*.parquet', 'empty'].map((name) => join(folder.path, name));
  await expect(findBillingFiles(paths)).rejects.toThrow(
    [
      `no such file or folder: ${paths[0] ?? ''}; exports are read from this machine, download them first`,
      `no .csv, .csv.gz or .parquet file matches ${paths[1] ?? ''}; correct the pattern, or quote it for the shell`,
      `no billing file in ${paths[2] ?? ''}; expected .csv, .csv.gz or .parquet files, or a manifest`,
    ].join('\n'),
  );
});

test('no path is an error', async () => {
  await expect(findBillingFiles([])).rejects.toThrow('no billing export given');
});

test('empty files and files without charges in a folder don’t matter beside others', async () => {
  folder.write('a.csv', focusCsv({}));
  folder.write('b.csv', '');
  folder.write('c.csv.gz', '');
  folder.write('d.csv', focusCsv({}).split('\n')[0] ?? '');
  const source = await openBillingExport([folder.path]);
  expect(await source.describe()).toMatchObject({ rows: 1 });
  await source.close();
});
