import { type Fault, type LocalAws, startLocalAws } from '@bulkhead/local-aws';
import { type ScratchFolder } from '../scratch-folder.fixture.ts';
import { runLimits } from './run-limits.fixture.ts';
import { askedOf, dev, openShop, prod, shopWorld, wanted } from './shop.fixture.ts';

let aws: LocalAws;
let folder: ScratchFolder;
beforeEach(async () => {
  aws = await startLocalAws(shopWorld());
  folder = openShop();
});
afterEach(async () => {
  await aws.close();
  folder.remove();
});

const apply = (...args: readonly string[]) => runLimits(['apply', ...args], { aws, folder });
const sent = () => aws.calls.counts()['servicequotas:RequestServiceQuotaIncrease'] ?? 0;

/** Applies until there is nothing to do but wait; gives the exit codes. */
async function applyUntilDone(...args: readonly string[]): Promise<readonly (number | undefined)[]> {
  const codes: (number | undefined)[] = [];
  while (codes.at(-1) !== 3 && codes.length < 10) {
    codes.push((await apply(...args)).exitCode);
    // whatever went wrong, nothing was asked for that is not wanted
    expect(wanted).toEqual(expect.arrayContaining([...askedOf(aws)]));
  }
  return codes;
}

test.each([1, 2, 3])(
  'with 10 percent throttles and 5 percent drops (seed %i), applying again and again ends like without',
  async (seed) => {
    const faults: readonly Fault[] = [
      { kind: 'throttle', rate: 0.1 },
      { kind: 'drop', rate: 0.025 },
      { kind: 'drop-after', rate: 0.025 },
    ];
    aws.faults.set(faults, seed);
    expect((await applyUntilDone()).at(-1)).toBe(3);
    expect(aws.calls.records.some(({ outcome }) => outcome.startsWith('drop'))).toBe(true);
    expect(askedOf(aws)).toEqual(wanted);
  },
  120_000,
);

const operations = [
  'sts:GetCallerIdentity',
  'sts:AssumeRole',
  'organizations:ListAccounts',
  'budgets:DescribeBudgets',
  'servicequotas:ListServiceQuotas',
  'servicequotas:ListAWSDefaultServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
  'servicequotas:GetAutoManagementConfiguration',
  'servicequotas:RequestServiceQuotaIncrease',
  'ec2:DescribeInstances',
  'ec2:DescribeLaunchTemplateVersions',
  'autoscaling:DescribeAutoScalingGroups',
] as const;

test('the operations that fail below are all that apply calls', async () => {
  await apply();
  expect(Object.keys(aws.calls.counts()).sort()).toEqual([...operations].sort());
}, 30_000);

test('where the first call of every operation hangs, apply goes on after the timeout and ends like without', async () => {
  aws.faults.set(operations.map((operation) => ({ operation, kind: 'hang', at: 1 })));
  expect((await applyUntilDone('--timeout', '0.5')).at(-1)).toBe(3);
  expect(aws.calls.records.filter(({ outcome }) => outcome === 'hang')).toHaveLength(operations.length);
  expect(askedOf(aws)).toEqual(wanted);
  expect(sent()).toBe(wanted.length + 1);
}, 60_000);

test('where AWS takes every request and each answer is lost, none is sent twice, and all count as applied', async () => {
  aws.faults.set([{ operation: 'servicequotas:RequestServiceQuotaIncrease', kind: 'drop-after' }]);
  const { exitCode, stdout } = await apply();
  expect(exitCode).toBe(2);
  expect(stdout.match(/ applied$/gm)).toHaveLength(wanted.length);
  expect(askedOf(aws)).toEqual(wanted);
  expect(sent()).toBe(wanted.length);
}, 30_000);

/** What is asked for while an operation answers 503 all the time. */
const whileDown: Partial<Record<(typeof operations)[number], readonly string[]>> = {
  'budgets:DescribeBudgets': wanted,
  'ec2:DescribeInstances': wanted,
  'ec2:DescribeLaunchTemplateVersions': wanted,
  'autoscaling:DescribeAutoScalingGroups': wanted,
  // the default is needed in one place only
  'servicequotas:ListAWSDefaultServiceQuotas': wanted.filter((each) => !each.startsWith(`${prod} eu-west-1`)),
};

test.each(operations)(
  'while %s answers 503, apply ends with 1 and asks only where it knows; then it ends like without',
  async (operation) => {
    aws.faults.set([{ operation, kind: 'unavailable' }]);
    const { exitCode, stdout, stderr } = await apply();
    expect(exitCode).toBe(1);
    expect(askedOf(aws)).toEqual(whileDown[operation] ?? []);
    expect(stdout + stderr).toContain('ServiceUnavailable');
    aws.faults.clear();
    expect((await applyUntilDone()).at(-1)).toBe(3);
    expect(askedOf(aws)).toEqual(wanted);
  },
  60_000,
);

test('two applies at once ask for each quota once, and both end well', async () => {
  const both = await Promise.all([apply(), apply()]);
  for (const { exitCode } of both) expect([2, 3]).toContain(exitCode);
  expect(askedOf(aws)).toEqual(wanted);
  expect((await apply()).exitCode).toBe(3);
}, 60_000);

test.each([
  'servicequotas:ListServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
  'servicequotas:GetAutoManagementConfiguration',
])(
  'where %s is refused in one account, nothing is asked for there and everything elsewhere',
  async (operation) => {
    aws.faults.set([{ operation, accountId: dev, kind: 'refuse', code: 'AccessDeniedException' }]);
    const { stdout: planned } = await runLimits(['plan'], { aws, folder });
    expect(planned).toMatch(/shop-web-dev +eu-west-1 +standard .* unknown /);
    const { exitCode, stdout } = await apply();
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`role/bulkhead/controller may not call ${operation}`);
    expect(askedOf(aws)).toEqual(wanted.filter((each) => each.startsWith(prod)));
  },
  30_000,
);
