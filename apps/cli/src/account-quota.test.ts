import { chmodSync } from 'node:fs';
import { runBulkhead } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';
import { wide } from './what-if/organization.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

/** Four accounts, and the management account. */
const withQuota = (accountQuota?: number) =>
  folder.write(
    `${accountQuota ?? 'default'}/organization.json`,
    JSON.stringify(wide(accountQuota === undefined ? {} : { accountQuota })),
  );

const told =
  '5 accounts with the management account, AWS lets the organization have 4: ask AWS for more in the management ' +
  'account, then write accountQuota into the definition\n';

test('check warns of more accounts than the definition has a quota for, and of no others', async () => {
  const check = (quota?: number) =>
    runBulkhead(['check', '--org', withQuota(quota)], { cwd: folder.path, env: { COLUMNS: '200' } });
  const good = { exitCode: 0, stdout: 'wide is a good definition\n', stderr: '' };
  expect(await check(4)).toEqual({ ...good, stdout: `${told}${good.stdout}` });
  expect(await check(5)).toEqual(good);
  expect(await check()).toEqual(good);
});

test('the warning fits into the terminal', async () => {
  const { stdout } = await runBulkhead(['check', '--org', withQuota(4)], { cwd: folder.path, env: { COLUMNS: '80' } });
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(told.trim());
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('deploying says the same before it makes anything', async () => {
  const terraform = folder.write('terraform', `#!/bin/sh\necho '{ "terraform_version": "1.11.0" }'\n`);
  chmodSync(terraform, 0o755);
  const deploy = async (quota: number) => {
    const env = { TERRAFORM_BINARY_NAME: terraform };
    return runBulkhead(['deploy', '--org', withQuota(quota)], { cwd: folder.path, env });
  };
  // there is no program, so that nothing comes after the notes
  const nothing = { exitCode: 1, stderr: expect.stringMatching(/^error: \S+\/main\.js failed\n/) as unknown };
  expect(await deploy(5)).toMatchObject(nothing);
  const { stderr } = await deploy(4);
  expect(stderr.startsWith(`${told}error: `)).toBe(true);
});
