import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Blocks, allow, lock, policy, role, smallOrganization } from '../small-organization.fixture.ts';
import { program } from './program.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const usd = (amount: string) => ({ amount, currency: 'USD', per: 'month' });
const owned = { owner: 'x@example.com', costCenter: 'CC-1' };
/** A definition, as small as they get. */
const small = {
  ...{ name: 'small', regions: { home: 'eu-west-1' }, accountEmail: 'aws+{account}@example.com' },
  enterprise: {
    ...{ ...owned, budget: usd('100'), identity: { signIn: 'iam-users' }, sharedServices: { retention: { years: 1 } } },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
  },
  phases: { dev: { purpose: 'trying', data: 'synthetic', otherVcpu: 8, budget: usd('100') } },
  businessUnits: { shop: { ...owned, phases: ['dev'] } },
};

/** Writes an organization as it lies in its folder once it is synthesized. */
function synthesized(name: string, dev: Blocks = {}): string {
  const path = join(folder, name);
  for (const [stack, text] of Object.entries(smallOrganization({ dev }))) {
    mkdirSync(join(path, 'cdktf.out', 'stacks', stack), { recursive: true });
    writeFileSync(join(path, 'cdktf.out', 'stacks', stack, 'cdk.tf.json'), text);
  }
  writeFileSync(join(path, 'organization.lock.json'), JSON.stringify(lock));
  return path;
}

const web: Blocks = {
  'aws_iam_role.web': role('web', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.web': { role: 'web', name: 'web', policy: policy(allow('s3:GetObject')) },
  'aws_iam_role.ops': role('ops', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.ops': { role: 'ops', name: 'ops', policy: policy(allow('iam:PassRole')) },
};

async function run(...words: readonly string[]) {
  let [text, warning, failed] = ['', '', false];
  const write = (some: string) => {
    text += some;
  };
  const warn = (some: string) => {
    warning += some;
  };
  const fail = () => {
    failed = true;
  };
  await program({ write, warn, fail }).parseAsync(['node', 'access', ...words]);
  return { text, warning, failed };
}

test('can says whether, by which statement, and whom one has to become', async () => {
  const path = synthesized('small', web);
  expect((await run('can', path, 'dev/ops', 's3:GetObject', 'dev/any-object')).text.split('\n')).toEqual([
    'denied: dev/ops s3:GetObject dev/any-object',
    '  no policy of the principal or the resource allows it',
    'allowed in 1 hop: dev/ops passes to a service dev/web',
    '  allowed: dev aws_iam_role_policy.web (Allow)',
    '',
  ]);
});

test('can takes ARNs, and names without their account where they are unique', async () => {
  const path = synthesized('small', web);
  const bucketless = 'arn:aws:dynamodb:eu-west-1:100000000001:table/other';
  expect((await run('can', path, 'web', 'dynamodb:GetItem', bucketless)).text).toContain(
    'denied: dev/web dynamodb:GetItem',
  );
});

test('who-can lists who can, and who can become them', async () => {
  const { text } = await run('who-can', synthesized('small', web), 's3:GetObject', 'dev/any-object');
  expect(text).toContain('dev/web: allowed: dev aws_iam_role_policy.web (Allow)\n');
  expect(text).toContain('dev/ops: dev/ops passes to a service dev/web\n');
  expect(text).not.toContain('prod/');
});

test('prove fails when promises are broken, and writes the matrix where it is asked to', async () => {
  const { text, failed } = await run('prove', synthesized('small', web), '--matrix', join(folder, 'out'));
  expect(failed).toBe(true);
  expect(text).toMatch(/\d+ promises hold \(\d+ questions\), \d+ broken\n$/);
  expect(readFileSync(join(folder, 'out', 'access.md'), 'utf8')).toMatch(/^# small: who can do what where/);
  expect(readFileSync(join(folder, 'out', 'access.html'), 'utf8')).toMatch(/^<!doctype html>/);
});

test('prove says where it found no definition, and what it does not know for want of one', async () => {
  const path = synthesized('small', web);
  const line = `${path} has no definition (looked for organization.json, src/organization.json, dist/organization.js): no way between accounts counts as granted, and no end of an account is known\n`;
  const without = await run('prove', path);
  expect([without.warning, without.text.includes(line)]).toEqual([line, true]);
  expect((await run('paths', path)).text).toContain(line);

  writeFileSync(join(path, 'organization.json'), JSON.stringify(small));
  const having = await run('prove', path);
  expect([having.warning, having.text.includes(line)]).toEqual(['', false]);
});

test('diff says what changed for whom', async () => {
  const { text } = await run('diff', synthesized('after', web), '--before', synthesized('before'));
  expect(text).toContain('| dev/web | dev | read-data | no → some | + s3:GetObject dev/any-object |');
});

test('can and who-can answer scripts too: as JSON, and with an exit code that says no', async () => {
  const path = synthesized('small', web);
  const denied = await run('can', path, 'dev/web', 'sqs:SendMessage', 'dev/any-queue', '--json');
  expect([denied.failed, JSON.parse(denied.text)]).toEqual([
    true,
    [expect.objectContaining({ decision: 'denied', principal: 'dev/web', hops: 0 })],
  ]);
  const able = await run('who-can', path, 's3:GetObject', 'dev/any-object', '--json');
  expect([able.failed, JSON.parse(able.text)]).toEqual([
    false,
    expect.arrayContaining([expect.objectContaining({ principal: 'dev/ops', hops: 1 })]),
  ]);
});

test('a ref that is not there is said by name', async () => {
  const path = synthesized('small', web);
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  await expect(run('diff', path, 'no-such-branch')).rejects.toThrow(
    "git knows no branch, tag or commit of that name, got: 'no-such-branch'",
  );
});

test('an organization that does not build at a ref is told so, and nothing is left behind', async () => {
  const path = synthesized('small', web);
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
  await expect(run(command, synthesized('small', web), ...words)).rejects.toThrow(says);
});

test('a folder that is not synthesized is told how to be', async () => {
  await expect(run('prove', join(folder, 'media'))).rejects.toThrow('run npx nx synth media first');
});
