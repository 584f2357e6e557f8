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

test('what changes is told by account, limit, budget, person and pipeline, as people have reviewed it', async () => {
  const outcome = await runBulkhead(['diff', 'acme', folder.write('later.ts', later)]);
  expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
  expect(outcome.stdout).toBe(readFileSync(new URL('__golden__/diff.txt', import.meta.url), 'utf8'));
});

test('a joiner, a mover and a leaver are a line each, with the roles that they gain and lose', async () => {
  const person = (user: string) => new RegExp(` {8}'${user}': \\{[^}]*\\},\\n`);
  const staff = acme
    .replace(person('priya.nair'), '')
    .replace(person('mina.sato'), (mina) =>
      mina.replace("unit: 'bi'", "unit: 'startup'").replaceAll("'bi-", "'startup-"),
    )
    .replace(person('tom.brandt'), (tom) =>
      [tom, tom.replaceAll('tom.brandt', 'ute.graf').replace("'security-administrators'", "'platform-engineers'")].join(
        '',
      ),
    );
  const { stdout } = await runBulkhead(['diff', 'acme', folder.write('staff.ts', staff)]);
  const rows = stdout.split('\n').flatMap((line) => (/^\w/.test(line) ? [line.split(/ {2,}/).join(' | ')] : []));
  expect(rows).toEqual([
    'people | before | after',
    'mina.sato | unit | bi | startup',
    'mina.sato | groups | bi-appeng, bi-observer | startup-appeng, startup-observer',
    'priya.nair | leaves | startup-appeng, startup-operator, startup-delivery | -',
    'ute.graf | joins | - | platform-engineers',
    'roles | before | after',
    'mina.sato | appeng in acme-bi-sandbox | yes | no',
    'mina.sato | appeng in acme-bi-dev | yes | no',
    'mina.sato | observer in acme-bi-sandbox | yes | no',
    'mina.sato | observer in acme-bi-dev | yes | no',
    'mina.sato | observer in acme-bi-prod | yes | no',
    'mina.sato | appeng in acme-startup-dev | no | yes',
    'mina.sato | observer in acme-startup-dev | no | yes',
    'mina.sato | observer in acme-startup-prod | no | yes',
    'priya.nair | appeng in acme-startup-dev | yes | no',
    'priya.nair | operator in acme-startup-prod | yes | no',
    'priya.nair | delivery-user in acme-startup-delivery | yes | no',
    'ute.graf | controller in acme-delivery | no | yes',
  ]);
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
  // a dozen processes one after the other
}, 30_000);

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
