import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { program } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';
import { UserError } from './user-error.ts';
import { writeFiles } from './write-files.ts';

let folder: ReturnType<typeof openScratchFolder>;
beforeEach(() => {
  folder = openScratchFolder();
});
afterEach(() => folder.remove());

const files = [
  { path: 'report.html', content: 'new page' },
  { path: 'units/retail/report.html', content: 'new page of retail' },
  { path: 'report.csv', content: 'new table' },
];

test('files are written into a folder that is made for them, and nothing else is there', async () => {
  await writeFiles(join(folder.path, 'a/b'), files);
  expect(folder.read('a/b')).toEqual(Object.fromEntries(files.map(({ path, content }) => [path, content])));
  expect(readdirSync(join(folder.path, 'a/b'))).toEqual(['report.csv', 'report.html', 'units']);
});

test.each([
  [
    'a folder in the place of the last one',
    (at: string) => mkdirSync(join(at, 'report.csv')),
    'report.csv is a folder',
  ],
  ['a name that no file system takes', () => undefined, 'ENAMETOOLONG'],
  ['a file in the place of a folder', () => folder.write('units/retail', 'a file'), 'EEXIST'],
])('%s stops them all, and what was there stays as it was', async (_, prepare, reason) => {
  folder.write('report.html', 'old page');
  prepare(folder.path);
  const before = { files: folder.read(), entries: readdirSync(folder.path) };
  const wanted = reason === 'ENAMETOOLONG' ? [...files, { path: 'x'.repeat(300), content: '' }] : files;
  const failure = writeFiles(folder.path, wanted);
  await expect(failure).rejects.toThrow(UserError);
  await expect(failure).rejects.toThrow(`the folder ${folder.path} can't be written, choose another one: `);
  await expect(failure).rejects.toThrow(reason);
  expect(folder.read()).toEqual(before.files);
  expect(readdirSync(folder.path).filter((name) => name.startsWith('.draft-'))).toEqual([]);
});

// The built module in a process of its own, because the signal ends it.
test('Ctrl-C in the middle waits until all of them are written, then ends the process', async () => {
  const built = new URL('../dist/write-files.js', `file://${program}`).href;
  const script = `
    const { writeFiles } = await import(${JSON.stringify(built)});
    const files = Array.from({ length: 200 }, (_, index) => ({ path: index + '/report.md', content: 'x' }));
    const written = writeFiles(${JSON.stringify(join(folder.path, 'out'))}, files);
    process.kill(process.pid, 'SIGINT');
    await written;
    setTimeout(() => process.exit(0), 5000);`;
  const { signal } = await execa(process.execPath, ['--input-type=module', '--eval', script], { reject: false });
  expect(signal).toBe('SIGINT');
  expect(readdirSync(join(folder.path, 'out'))).toHaveLength(200);
});
