import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, synthesized, web } from './program.fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a ref that is not there is said by name', async () => {
  const path = synthesized(folder, 'small', web);
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  await expect(run('diff', path, 'no-such-branch')).rejects.toThrow(
    "git knows no branch, tag or commit of that name, got: 'no-such-branch'",
  );
});

test('an organization that does not build at a ref is told so, and nothing is left behind', async () => {
  const path = synthesized(folder, 'small', web);
  writeFileSync(join(path, 'package.json'), '{}');
  const git = (...words: readonly string[]) =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@a.example', ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
  for (const words of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '-m', 'first'],
  ])
    git(...words);
  mkdirSync(join(folder, 'node_modules'));
  await expect(run('diff', path, 'HEAD')).rejects.toThrow('small does not build at HEAD');
  expect(git('worktree', 'list').stdout.trim().split('\n')).toHaveLength(1);
});

test.each([
  [
    'a principal that is not there',
    ['can', 'dev/wep', 's3:GetObject', 'dev/any-object'],
    'there is no principal dev/wep, did you mean one of: dev/web',
  ],
  [
    'a resource that is not there',
    ['who-can', 's3:GetObject', 'dev/any-objekt'],
    'there is no resource dev/any-objekt, did you mean one of: dev/any-object',
  ],
  ['an action that is not there', ['who-can', 's3:GetObjekt', 'dev/any-object'], 'there is no such action'],
  [
    'an action that is not there, of whom nothing allows anything,',
    ['can', 'dev/ops', 's3:GetObjekt', 'prod/any-object'],
    'there is no such action',
  ],
  [
    'an action that is not about such a resource',
    ['can', 'dev/ops', 's3:GetObject', 'prod/any-key'],
    'the action is not about such a resource',
  ],
])('%s is said by name', async (_, [command = '', ...words], says) => {
  await expect(run(command, synthesized(folder, 'small', web), ...words)).rejects.toThrow(says);
});

test('a folder that is not synthesized is told how to be', async () => {
  mkdirSync(join(folder, 'media'));
  writeFileSync(join(folder, 'media', 'organization.json'), '{}');
  await expect(run('prove', join(folder, 'media'))).rejects.toThrow('run npx nx synth media first');
});

test.each(['README.md', 'apps/cli', 'no/such/folder'])("'%s' is no folder of an organization", async (path) => {
  await expect(run('prove', path)).rejects.toThrow(
    `'${path}' is no folder of an organization (looked for organization.json, src/organization.json, dist/organization.js, src/organization.ts in it), name one like apps/acme`,
  );
});

test('a matrix is written into a folder only', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await expect(run('prove', synthesized(folder, 'small', web), '--matrix', file)).rejects.toThrow(
    `--matrix has to be a folder that can be written, got: '${file}' (EEXIST`,
  );
});

test('diff compares with a ref or a folder, not with both', async () => {
  await expect(run('diff', 'apps/acme', 'main', '--before', 'base')).rejects.toThrow(
    '--before cannot be used with a ref, leave one of them out, got: main --before base',
  );
});
