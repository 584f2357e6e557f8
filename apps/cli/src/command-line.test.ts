import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as spend from '@bulkhead/spend';
import { costMetrics } from './report-choices.ts';
import { expectRefusal, program, runBulkhead, workspace } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const commands = ['show', 'check', 'guardrails', 'diff', 'deploy', 'destroy', 'spend report', 'spend status'];

test.concurrent.each(commands)('help of %s says what it does, by example, in 80 columns', async (command) => {
  const { exitCode, stdout, stderr } = await runBulkhead([...command.split(' '), '--help'], { env: { COLUMNS: '80' } });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain(`Usage: bulkhead ${command}`);
  const [text = '', examples = ''] = stdout.split('\nExamples:\n');
  expect(examples).toContain(`  $ bulkhead ${command}`);
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('without a command help is printed, and fits into 80 columns', async () => {
  const { exitCode, stdout, stderr } = await runBulkhead([], { env: { COLUMNS: '80' } });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  for (const command of commands) expect(stderr).toContain(`\n  ${command.split(' ')[0] ?? ''} `);
  expect(stderr.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test.concurrent.each([
  [['shwo'], "unknown command 'shwo'\n(Did you mean show?)"],
  [['show', '--jsn'], "unknown option '--jsn'\n(Did you mean --json?)"],
  [['check', 'acme'], "too many arguments for 'check'"],
  [['diff', 'acme'], "missing required argument 'other'"],
  [['spend', 'reprot'], "unknown command 'reprot'"],
  [['spend', 'report'], 'name where charges come from: --export <file, folder or glob...> or --source cost-explorer'],
  [['spend', 'report', '--source', 'export'], 'name where charges come from: --export <file, folder or glob...>'],
  [['spend', 'report', '--source', 'athena'], 'Allowed choices are export, cost-explorer'],
  [['spend', 'report', '--export', 'x', '--source', 'cost-explorer'], 'are two sources, name one of them'],
  [['spend', 'report', '--export', 'x', '--dry-run'], '--dry-run is for --source cost-explorer'],
  [['spend', 'report', '--export', 'x', '--month', '2026-13'], 'a month is written YYYY-MM, got: 2026-13'],
  [['spend', 'report', '--export', 'x', '--month', 'may'], 'a month is written YYYY-MM, got: may'],
  [['spend', 'report', '--export', 'x', '--metric', 'net'], 'Allowed choices are billed, effective, list'],
  [['spend', 'report', '--export', 'x', '--format', 'pdf,html'], 'formats are html, csv, json, md, got: pdf'],
  [['spend', 'report', '--export', 'x', '--format', ''], 'formats are html, csv, json, md, got: nothing'],
])('bulkhead %j is refused, with what there is', async (args, message) => {
  const { exitCode, stdout, stderr } = await runBulkhead(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain(`error: `);
  expect(stderr).toContain(message);
  expect(stderr).toContain('(add --help for how it is used)');
});

test('a reader that has seen enough is no failure', async () => {
  const reader = spawn(process.execPath, [program, 'show', '--json'], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  reader.stdout.destroy();
  const told: Buffer[] = [];
  reader.stderr.on('data', (chunk: Buffer) => told.push(chunk));
  const [exitCode] = (await once(reader, 'close')) as [number | null];
  expect({ exitCode, stderr: Buffer.concat(told).toString() }).toEqual({ exitCode: 0, stderr: '' });
});

test.concurrent.each([
  ['by name, from a folder below', ['--org', 'acme'], 'packages/model/src'],
  ['by default, from the folder of another organization', [], 'apps/example'],
  ['by the path of its folder', ['--org', 'apps/acme'], '.'],
  ['by the path of its file', ['--org', './organization.ts'], 'apps/acme/src'],
])('an organization is found %s', async (_, args, cwd) => {
  const outcome = await runBulkhead(['check', ...args], { cwd: join(workspace, cwd) });
  expect(outcome).toEqual({ exitCode: 0, stdout: 'acme is a good definition\n', stderr: '' });
});

test('BULKHEAD_ORG names the organization where no option does', async () => {
  const env = { BULKHEAD_ORG: 'example' };
  expect(await runBulkhead(['check'], { env })).toMatchObject({ stdout: 'example is a good definition\n' });
  expect(await runBulkhead(['check', '--org', 'acme'], { env })).toMatchObject({
    stdout: 'acme is a good definition\n',
  });
});

test('a definition may stand outside of any workspace, in TypeScript or JSON', async () => {
  cpSync(join(workspace, 'apps/acme/src/organization.ts'), join(folder.path, 'organization.ts'));
  const definition = { name: 'acme', ...(JSON.parse(readFileSync(minimal(), 'utf8')) as object) };
  folder.write('organization.json', JSON.stringify(definition));
  for (const file of ['organization.ts', 'organization.json', '.']) {
    const outcome = await runBulkhead(['check', '--org', file], { cwd: folder.path });
    expect(outcome).toEqual({ exitCode: 0, stdout: 'acme is a good definition\n', stderr: '' });
  }
});

const minimal = () =>
  folder.write(
    'minimal.json',
    JSON.stringify({
      regions: { home: 'eu-west-1' },
      accountEmail: 'aws+{account}@example.com',
      enterprise: {
        owner: 'platform@example.com',
        costCenter: 'CC-1',
        identity: { signIn: 'iam-users' },
        sharedServices: { retention: { years: 1 } },
        delivery: { pipelines: [] },
      },
      phases: { dev: { purpose: 'trying out', data: 'synthetic' } },
      businessUnits: { shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['dev'] } },
    }),
  );

test('what the person can mend has no hint at a defect', async () => {
  expectRefusal(await runBulkhead(['check', '--org', 'nope']), 'there is no organization nope');
});

test('the metrics to choose from are those of a report', () => {
  expect(costMetrics).toEqual(spend.costMetrics);
});
