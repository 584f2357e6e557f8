import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, synthesized, web } from './program.fixture.ts';

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

test('can says whether, by which statement, and whom one has to become', async () => {
  const path = synthesized(folder, 'small', web);
  expect((await run('can', path, 'dev/ops', 's3:GetObject', 'dev/any-object')).text.split('\n')).toEqual([
    'denied: dev/ops s3:GetObject dev/any-object',
    '  no policy of the principal or the resource allows it',
    'allowed in 1 hop: dev/ops passes to a service dev/web',
    '  allowed: dev aws_iam_role_policy.web (Allow)',
    '',
  ]);
});

test('can takes ARNs, and names without their account where they are unique', async () => {
  const path = synthesized(folder, 'small', web);
  const bucketless = 'arn:aws:dynamodb:eu-west-1:100000000001:table/other';
  expect((await run('can', path, 'web', 'dynamodb:GetItem', bucketless)).text).toContain(
    'denied: dev/web dynamodb:GetItem',
  );
});

test('who-can lists who can, and who can become them', async () => {
  const { text } = await run('who-can', synthesized(folder, 'small', web), 's3:GetObject', 'dev/any-object');
  expect(text).toContain('dev/web: allowed: dev aws_iam_role_policy.web (Allow)\n');
  expect(text).toContain('dev/ops: dev/ops passes to a service dev/web\n');
  expect(text).not.toContain('prod/');
});

test('prove fails when promises are broken, and writes the matrix where it is asked to', async () => {
  const { text, failed } = await run('prove', synthesized(folder, 'small', web), '--matrix', join(folder, 'out'));
  expect(failed).toBe(true);
  expect(text).toMatch(/\d+ promises hold \(\d+ questions\), \d+ broken\n$/);
  expect(readFileSync(join(folder, 'out', 'access.md'), 'utf8')).toMatch(/^# small: who can do what where/);
  expect(readFileSync(join(folder, 'out', 'access.html'), 'utf8')).toMatch(/^<!doctype html>/);
});

test('prove says where it found no definition, and what it does not know for want of one', async () => {
  const path = synthesized(folder, 'small', web);
  const line = `${path} has no definition (looked for organization.json, src/organization.json, dist/organization.js): no way between accounts counts as granted, and no end of an account is known\n`;
  const without = await run('prove', path);
  expect([without.warning, without.text.includes(line)]).toEqual([line, true]);
  expect((await run('paths', path)).text).toContain(line);

  writeFileSync(join(path, 'organization.json'), JSON.stringify(small));
  const having = await run('prove', path);
  expect([having.warning, having.text.includes(line)]).toEqual(['', false]);
});

test('diff says what changed for whom', async () => {
  const { text } = await run('diff', synthesized(folder, 'after', web), '--before', synthesized(folder, 'before'));
  expect(text).toContain('| dev/web | dev | read-data | no → some | + s3:GetObject dev/any-object |');
});

test('can and who-can answer scripts too: as JSON, and with an exit code that says no', async () => {
  const path = synthesized(folder, 'small', web);
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
