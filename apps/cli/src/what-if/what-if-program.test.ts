import { cpSync, mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, workspace } from '../run-bulkhead.fixture.ts';
import { openScratchFolder } from '../scratch-folder.fixture.ts';
import { findingOf, traces, whatIf } from './what-if.fixture.ts';

const folder = openScratchFolder();
afterAll(() => folder.remove());

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

function expectRefusalOfProgram({ exitCode, stdout, stderr }: Outcome): void {
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
