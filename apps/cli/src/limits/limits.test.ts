import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalAws, readLock, readTerraformStacks, startLocalAws, worldFromTerraform } from '@bulkhead/local-aws';
import { execa } from 'execa';
import { type Outcome, expectRefusal, runBulkhead, workspace } from '../run-bulkhead.fixture.ts';

let folder: string;
let aws: LocalAws;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'limits-'));
  const program = join(workspace, 'apps', 'acme', 'dist', 'main.js');
  await execa(process.execPath, [program], { cwd: workspace, env: { CDKTF_OUTDIR: folder } });
  const lock = readLock(join(workspace, 'apps', 'acme', 'organization.lock.json'));
  aws = await startLocalAws(worldFromTerraform(readTerraformStacks(join(folder, 'stacks')), lock));
}, 30_000);
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});

const limits = (...args: readonly string[]): Promise<Outcome> =>
  runBulkhead(['limits', ...args, '--org', 'acme'], { env: { ...aws.environment, AWS_MAX_ATTEMPTS: '1' } });
const requests = () => aws.calls.counts()['servicequotas:RequestServiceQuotaIncrease'] ?? 0;

// each test goes on in the world that the one before it left, like a person would
test('a plan names each quota that is under its ceiling, ends with 2, and changes nothing', async () => {
  const plan = join(folder, 'plan.json');
  const { exitCode, stdout } = await limits('plan', '--out', plan);
  expect(stdout).toMatch(/acme-retail-dev +eu-west-1 +standard +2,656 +5 +- +0 +to-request +quota/);
  expect(stdout).toContain('ask for L-1216C47A in acme-retail-prod eu-west-1: 5 -> 10,624 vCPU');
  expect(exitCode).toBe(2);
  expect(requests()).toBe(0);
  expect(JSON.parse(readFileSync(plan, 'utf8'))).toMatchObject({ plan: { organization: 'acme' } });
}, 30_000);

test('a scope plans for its accounts only', async () => {
  const { stdout } = await limits('plan', '--unit', 'bi', '--phase', 'dev', '--json');
  const { limits: planned } = JSON.parse(stdout) as { limits: readonly { account: string }[] };
  expect([...new Set(planned.map(({ account }) => account))]).toEqual(['acme-bi-dev']);
}, 30_000);

test('a plan that was edited by hand is refused, and so is none', async () => {
  const plan = join(folder, 'plan.json');
  const edited = join(folder, 'edited.json');
  writeFileSync(edited, readFileSync(plan, 'utf8').replaceAll('2656', '9999'));
  expectRefusal(await limits('apply', edited), 'plan');
  expectRefusal(await limits('apply', join(folder, 'missing.json')), "missing.json can't be read");
  expect(requests()).toBe(0);
}, 30_000);

test('applying a plan asks for each quota once, and then there is nothing to do but wait', async () => {
  const { exitCode } = await limits('apply', join(folder, 'plan.json'));
  expect(exitCode).toBe(2);
  expect(requests()).toBe(12);
  const after = await limits('plan');
  expect(after.stdout).toContain('nothing to do');
  expect(after.exitCode).toBe(3);
  expect((await limits('apply')).exitCode).toBe(3);
  expect(requests()).toBe(12);
}, 60_000);

test('a plan from before is refused once the world has moved', async () => {
  expectRefusal(await limits('apply', join(folder, 'plan.json')), 'the world has moved since the plan was made');
}, 30_000);

test('an account that cannot be reached is unknown and stops no other one, and the exit code says so', async () => {
  const accountId = readLock(join(workspace, 'apps', 'acme', 'organization.lock.json')).accounts?.['acme-bi-dev']?.id;
  aws.faults.set([
    { operation: 'servicequotas:*', accountId: accountId ?? '', kind: 'refuse', code: 'AccessDeniedException' },
  ]);
  const { exitCode, stdout } = await limits('plan');
  aws.faults.clear();
  expect(stdout).toMatch(/acme-bi-dev +eu-west-1 +standard +1,328 +\? +\? +0 +unknown/);
  expect(stdout).toMatch(/acme-bi-prod +eu-west-1 +standard +5,312 +5 +5,312 +0 +pending/);
  expect(exitCode).toBe(1);
}, 30_000);

test('an explanation goes from the sentence in the definition to what happens at the cap', async () => {
  const { exitCode, stdout } = await limits('explain', 'acme-bi-dev', 'm5.12xlarge');
  expect(stdout).toContain('phases.dev.limits[0]: at most 50 m5.12xlarge in each account');
  expect(stdout).toContain('cap: 25, runs 0');
  expect(exitCode).toBe(0);
  expectRefusal(await limits('explain', 'acme-bi-dev', 'm5.13xlarge'), 'm5.12xlarge');
}, 30_000);

test('without credentials the message says what to do', async () => {
  const env = { ...aws.environment, AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };
  const outcome = await runBulkhead(['limits', 'plan', '--org', 'acme'], {
    env: {
      ...env,
      AWS_SESSION_TOKEN: undefined,
      AWS_PROFILE: undefined,
      AWS_EC2_METADATA_DISABLED: 'true',
      HOME: folder,
    },
  });
  expectRefusal(outcome, 'no AWS credentials can be used');
}, 30_000);
