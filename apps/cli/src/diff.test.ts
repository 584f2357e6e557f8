import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expectRefusal, runBulkhead, workspace } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const acme = readFileSync(join(workspace, 'apps/acme/src/organization.ts'), 'utf8');
const later = acme
  .replace("atMost(50, 'm5.12xlarge')", "atMost(60, 'm5.12xlarge')")
  .replace("usdPerMonth('20000')", "usdPerMonth('25000.50')")
  .replace("'CC-200'", "'CC-201'")
  .replace("phases: ['sandbox', 'dev', 'prod']", "phases: ['dev', 'stage', 'prod']");

const git = (cwd: string, ...args: readonly string[]) =>
  execa('git', ['-c', 'user.email=test@example.com', '-c', 'user.name=test', ...args], { cwd });

/** A repository with a workspace in a folder of it, and the definition as it is now and as it was. */
async function openRepository(before: string, after: string): Promise<string> {
  const root = join(folder.path, `repository-${Math.abs(before.length - after.length)}-${before.length}`);
  const at = (path: string) => join(root, 'below', path).slice(folder.path.length);
  folder.write(at('nx.json'), '{}');
  folder.write(at('apps/acme/src/organization.ts'), before);
  await git(root, 'init', '--quiet', '--initial-branch', 'main');
  await git(root, 'add', '.');
  await git(root, 'commit', '--quiet', '--message', 'first');
  folder.write(at('apps/acme/src/organization.ts'), after);
  return join(root, 'below');
}

test('what changes is told by account, limit and budget, as people have reviewed it', async () => {
  const outcome = await runBulkhead(['diff', 'acme', folder.write('later.ts', later)]);
  expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  expect(outcome.stdout).toBe(readFileSync(new URL('__golden__/diff.txt', import.meta.url), 'utf8'));
});

test('nothing changes between a definition and itself', async () => {
  expect(await runBulkhead(['diff', 'acme', 'acme'])).toEqual({ exitCode: 0, stdout: 'nothing changes\n', stderr: '' });
});

test('with a git ref it is from then to now, wherever the workspace stands in the repository', async () => {
  const cwd = await openRepository(acme, later);
  const { stdout: expected } = await runBulkhead(['diff', 'acme', folder.write('later.ts', later)]);
  for (const args of [
    ['acme', 'HEAD'],
    ['acme', 'main'],
    ['apps/acme/src/organization.ts', 'HEAD'],
  ]) {
    expect(await runBulkhead(['diff', ...args], { cwd })).toEqual({ exitCode: 0, stdout: expected, stderr: '' });
  }
  const below = join(cwd, 'apps/acme/src');
  expect(await runBulkhead(['diff', 'organization.ts', 'HEAD'], { cwd: below })).toMatchObject({ stdout: expected });
});

test('problems of a definition as it was are told with the ref', async () => {
  const cwd = await openRepository(acme.replace("'CC-200'", "''"), acme);
  expectRefusal(
    await runBulkhead(['diff', 'acme', 'HEAD'], { cwd }),
    'error: apps/acme/src/organization.ts at HEAD: the definition has 1 problem',
    'businessUnits.bi.costCenter',
  );
});

test('a ref without the definition is refused', async () => {
  const cwd = await openRepository('', acme);
  cpSync(join(cwd, 'apps/acme'), join(cwd, 'apps/other'), { recursive: true });
  expectRefusal(
    await runBulkhead(['diff', 'other', 'HEAD'], { cwd }),
    'there is no apps/other/src/organization.ts at HEAD, give a ref that has it',
  );
});

test.each(['no-such-ref', '--output=x', '', 'packages'])('%j is refused as the other side', async (other) => {
  expectRefusal(await runBulkhead(['diff', 'acme', '--', other]), 'is no organization, no definition and no git ref');
});

test('as data, the changes are lists, and money is decimal text', async () => {
  const { stdout } = await runBulkhead(['diff', 'acme', folder.write('later.ts', later), '--json']);
  const changes = JSON.parse(stdout) as Readonly<Record<string, readonly { name: string }[]>>;
  expect(changes['added']?.map(({ name }) => name)).toEqual(['acme-bi-stage']);
  expect(changes['removed']?.map(({ name }) => name)).toEqual(['acme-bi-sandbox']);
  expect(changes['budgets']).toContainEqual({ account: 'acme-retail-dev', before: '20000', after: '25000.50' });
});
