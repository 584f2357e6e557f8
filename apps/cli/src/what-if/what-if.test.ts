import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectRefusal, runBulkhead, workspace } from '../run-bulkhead.fixture.ts';
import { openScratchFolder } from '../scratch-folder.fixture.ts';
import { wide } from './organization.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

const whatIf = (args: readonly string[], options: Parameters<typeof runBulkhead>[1] = {}) =>
  runBulkhead(['what-if', ...args], options);
const media = ['--org', 'acme', '--add', 'unit=media,phases=dev+prod'];

/** Size and time of every file of an organization, and folders left behind for temporary files. */
const traces = () => ({
  files: readdirSync(join(workspace, 'apps/acme'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('node_modules'))
    .sort()
    .map((name) => [name, statSync(join(workspace, 'apps/acme', name)).mtimeMs]),
  left: readdirSync(tmpdir()).filter((name) => name.startsWith('bulkhead-what-if-')),
});

test.each(['80', '120'])(
  'what a new unit means is told in sections as people have reviewed them, in %s columns, and nothing is written',
  async (columns) => {
    const before = traces();
    const { exitCode, stdout } = await whatIf(media, { env: { COLUMNS: columns } });
    expect(exitCode).toBe(0);
    expect(stdout).toBe(readFileSync(new URL(`../__golden__/what-if-${columns}.txt`, import.meta.url), 'utf8'));
    // an address is never broken
    expect(
      stdout.split('\n').filter((line) => line.length > Number(columns) && !/^ {4}[+~-] aws_\S+$/.test(line)),
    ).toEqual([]);
    expect(traces()).toEqual(before);
  },
  60_000,
);

interface Finding {
  readonly good: boolean;
  readonly problems: readonly { readonly path: string }[];
  readonly removed: readonly string[];
  readonly accounts: { readonly left: number };
  readonly terraform: {
    readonly reason?: string;
    readonly stacks: readonly {
      readonly stack: string;
      readonly is: string;
      readonly gone: readonly { readonly address: string; readonly refused: boolean }[];
    }[];
  };
}

const findingOf = (stdout: string) => JSON.parse(stdout) as Finding;

test('an account that goes is told with what Terraform refuses, and what stays behind in it', async () => {
  const args = ['--remove', 'unit=bi,phase=sandbox'];
  const { stdout, exitCode } = await whatIf(args);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('acme-bi-sandbox: its stack goes, 43 resources stay in AWS');
  expect(stdout).toContain('- aws_organizations_account.acme-bi-sandbox: Terraform refuses, it has prevent_destroy');
  expect(stdout).toContain('nothing of acme-organization can be applied until');
  const { accounts, terraform } = findingOf((await whatIf([...args, '--json'])).stdout);
  expect(accounts.left).toBe(36);
  expect(terraform.stacks.find(({ is }) => is === 'gone')?.stack).toBe('acme-bi-sandbox');
  expect(terraform.stacks.flatMap(({ gone }) => gone.filter(({ refused }) => refused))).toEqual([
    { address: 'aws_organizations_account.acme-bi-sandbox', refused: true },
  ]);
}, 60_000);

test('problems of the changed definition are all that is told, with the accounts that Terraform holds on to', async () => {
  const { stdout, exitCode } = await whatIf(['--remove', 'unit=startup']);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^the changed definition has 4 problems\n\nenterprise\.identity\.people\.priya\.nair\.unit: /);
  expect(stdout).toMatch(
    /protected\n {2}Terraform refuses to let go of acme-startup-dev, acme-startup-prod: prevent_destroy\n$/,
  );
  const json = await whatIf(['--remove', 'unit=startup', '--json']);
  expect(json.exitCode).toBe(1);
  expect(findingOf(json.stdout)).toMatchObject({ good: false, removed: ['acme-startup-dev', 'acme-startup-prod'] });
});

test('options are taken in their order: what one leaves behind the next one mends', async () => {
  const args = ['--remove', 'unit=startup', '--remove', 'path=enterprise.identity.people.priya.nair', '--no-terraform'];
  const { stdout, exitCode } = await whatIf(args);
  expect({ exitCode, addresses: /addresses are not compared: (.*)/.exec(stdout)?.[1] }).toEqual({
    exitCode: 0,
    addresses: 'not asked for',
  });
  expect(stdout).toContain('- acme-startup-prod');
});

test('more accounts than AWS lets the organization have is told, and what to do', async () => {
  const { stdout, exitCode } = await whatIf([...media, '--set', 'accountQuota=15', '--no-terraform']);
  expect(exitCode).toBe(0);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    '16 of the 15 that AWS lets the organization have, 1 too many: ask AWS for more',
  );
});

test("guardrails that don't fit are told by target and bytes, with exit code 1", async () => {
  const pipelines = Array.from({ length: 60 }, (_, index) => ({
    github: `acme/a-very-long-name-of-a-repository-${index}`,
    environments: ['p'],
  }));
  const args = ['--set', `enterprise.delivery.pipelines=${JSON.stringify(pipelines)}`];
  const { stdout, exitCode } = await whatIf(args);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/guardrails do not fit\n[^]*\b\d+ bytes/);
  expect(stdout).toContain('addresses are not compared: guardrails that do not fit are not written');
});

test.each([
  [[], 'nothing is changed: say what with --add, --remove or --set'],
  [['--add', 'uni=media'], 'uni is none of unit, phase, phases, owner, costCenter, regions, did you mean unit?'],
  [['--remove', 'unit=bii'], 'there is no unit bii, it is one of retail, bi, startup, did you mean bi?'],
  [['--set', 'businessUnits.bi.ownr.x=1'], 'businessUnits.bi has no ownr, did you mean owner?'],
])('%j is refused, with what to write', async (args, message) => {
  expectRefusal(await whatIf(args), message);
});

test('a definition without a program is told everything but addresses', async () => {
  const path = folder.write('wide/organization.json', JSON.stringify(wide()));
  const { stdout, exitCode } = await whatIf(['--org', path, '--add', 'unit=media,phase=dev'], { cwd: folder.path });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('1 new account (wide-media-dev): 6 of the 10 that AWS lets the organization have, 4 left');
  expect(stdout).toContain('addresses are not compared: wide/organization.json has no program beside it');
});

/** An organization in a workspace of its own, whose program is the given text. */
function programOf(name: string, program: string): { cwd: string; at: (file: string) => string } {
  const cwd = join(folder.path, name);
  const at = (file: string) => join(cwd, 'apps/acme', file);
  folder.write(`${name}/nx.json`, '{}');
  mkdirSync(at('src'), { recursive: true });
  cpSync(join(workspace, 'apps/acme/src/organization.ts'), at('src/organization.ts'));
  folder.write(`${name}/apps/acme/src/main.ts`, '');
  folder.write(`${name}/apps/acme/package.json`, '{ "type": "module" }');
  folder.write(`${name}/apps/acme/dist/main.js`, program);
  return { cwd, at };
}

const telling = `
import { mkdirSync, writeFileSync } from 'node:fs';
const folder = process.env.CDKTF_OUTDIR + '/stacks/acme-x';
mkdirSync(folder, { recursive: true });
const role = { [process.argv[2] === '[]' ? 'before' : 'after']: { name: 'x' } };
const said = { keys: Object.keys(process.env).filter((key) => key.startsWith('AWS_')).join(), changes: process.argv[2] };
writeFileSync(folder + '/cdk.tf.json', JSON.stringify({ resource: { aws_iam_role: role, said: { [JSON.stringify(said)]: said } } }));
`;

test('a moved address is told as moved, and the program gets the changes and no credential', async () => {
  const { cwd } = programOf('telling', telling);
  const env = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_PROFILE: 'somebody' };
  const args = ['--org', 'acme', '--add', 'unit=bi,phase=stage', '--json'];
  const { stdout } = await whatIf(args, { cwd, env });
  const said = JSON.stringify({ keys: '', changes: '[{"kind":"add","unit":"bi","phases":["stage"]}]' });
  expect(findingOf(stdout).terraform.stacks).toMatchObject([
    { stack: 'acme-x', moved: [{ from: 'aws_iam_role.before', to: 'aws_iam_role.after' }] },
  ]);
  expect(stdout).toContain(JSON.stringify(`said.${said}`));
  const { stdout: text } = await whatIf(args.slice(0, -1), { cwd, env });
  expect(text).toContain('~ aws_iam_role.before is now aws_iam_role.after: add a moved block, or it is made anew');
});

test('a program that fails is told with what it says, and leaves nothing behind', async () => {
  const { cwd } = programOf('failing', "throw new Error('no account acme-bi-sandbox here');");
  const before = traces().left;
  expectRefusalOfProgram(await whatIf(['--remove', 'unit=bi,phase=sandbox'], { cwd }));
  expect(traces().left).toEqual(before);
});

test('stopped by a person it leaves nothing behind and prints nothing', async () => {
  const { cwd } = programOf('stopped', `${telling}process.kill(process.ppid, 'SIGINT');`);
  const before = traces().left;
  const { exitCode, stdout } = await whatIf(['--add', 'unit=bi,phase=stage'], { cwd });
  expect({ exitCode, stdout }).toEqual({ exitCode: undefined, stdout: '' });
  expect(traces().left).toEqual(before);
});

function expectRefusalOfProgram({ exitCode, stdout, stderr }: Awaited<ReturnType<typeof runBulkhead>>): void {
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('error: apps/acme/dist/main.js fails as it is\n\n');
  expect(stderr).toContain('no account acme-bi-sandbox here');
}

test('a program that was built before its sources changed is not believed', async () => {
  const { cwd, at } = programOf('stale', telling);
  const later = new Date(Date.now() + 60_000);
  utimesSync(at('src/organization.ts'), later, later);
  const { stdout, exitCode } = await whatIf(['--add', 'unit=bi,phase=stage'], { cwd });
  expect(exitCode).toBe(0);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'addresses are not compared: apps/acme/dist/main.js is older than apps/acme/src/organization.ts, run: npm run build',
  );
});
