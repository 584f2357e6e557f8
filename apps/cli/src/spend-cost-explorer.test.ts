import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalAws } from '@bulkhead/local-aws';
import { platformRoleArn } from '@bulkhead/model';
import type { SpendReport } from '@bulkhead/spend';
import { management } from './limits/acme-world.fixture.ts';
import { expectRefusal, runBulkhead } from './run-bulkhead.fixture.ts';
import { openScratchFolder } from './scratch-folder.fixture.ts';
import { currentMonth, denyReader, lastMonth, spendWorld, startSpendAws } from './spend-world.fixture.ts';

const folder = openScratchFolder();
let aws: LocalAws;
beforeEach(async () => {
  aws = await startSpendAws();
});
afterEach(() => aws.close());
afterAll(() => folder.remove());

const out = join(folder.path, 'out');
const report = (args: readonly string[] = [], env: Readonly<Record<string, string | undefined>> = {}) =>
  runBulkhead(['spend', 'report', '--org', 'acme', '--source', 'cost-explorer', '--out', out, ...args], {
    env: { ...aws.environment, AWS_MAX_ATTEMPTS: '1', ...env },
  });
const queries = () => aws.calls.counts()['ce:GetCostAndUsage'] ?? 0;
const reader = platformRoleArn(management, 'spend-reader');

test('the current month is reported by two queries, marked as open, with the pages that AWS bills', async () => {
  const { stdout, stderr, exitCode } = await report();
  expect({ exitCode, queries: queries() }).toEqual({ exitCode: 0, queries: 2 });
  expect(stdout).toMatch(new RegExp(`^acme in ${currentMonth}: billed cost in USD, may still change\n`));
  expect(stdout).toMatch(/^retail +prod +1 +[\d,]+\.\d\d /m);
  expect(stdout).toMatch(/^reconciled: .* difference 0\nCost Explorer billed 2 pages, 0\.02 USD$/m);
  expect(stderr).toMatch(/^ {2}asking Cost Explorer …\n {2}✓ asking Cost Explorer {2}\d+ groups of 3 months\n/);
  const html = readFileSync(join(out, 'report.html'), 'utf8');
  expect(html).toMatch(/<p>Source: Cost Explorer, \d+ rows\.<\/p>/);
  expect(html).toContain('Month still open');
  expect(html).toContain('The source does not tell which services');
}, 30_000);

test('data names the billed pages beside the report, whose file is the same at any price', async () => {
  const { stdout } = await report(['--month', lastMonth, '--json']);
  const { billed, ...rest } = JSON.parse(stdout) as SpendReport & { readonly billed: object };
  expect(billed).toEqual({ pages: aws.calls.billedPages, usd: '0.02' });
  expect(rest).toEqual(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
  expect(rest).toMatchObject({ month: lastMonth, settled: true, rounding: null });
}, 30_000);

test('accounts that left or were never known stand unallocated', async () => {
  aws.world.costLines.push({
    day: `${currentMonth}-01`,
    accountId: '000000000404',
    accountName: 'of-nobody',
    service: 'Amazon Simple Storage Service',
    recordType: 'Usage',
    unblended: 12_345_678_901n,
    amortized: 0n,
    usage: 1n,
  });
  const { unallocated } = JSON.parse((await report(['--json'])).stdout) as SpendReport;
  expect(unallocated.accounts).toContainEqual({ id: '000000000404', name: 'of-nobody', cost: '1.2345678901' });
}, 30_000);

test('a dry run says what would be asked and billed, and asks nothing, not even for credentials', async () => {
  const nobody = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined };
  const { stdout, exitCode } = await report(['--dry-run'], nobody);
  expect(stdout).toMatch(
    new RegExp(`^Cost Explorer would be asked about acme from \\d{4}-\\d\\d to ${currentMonth}:\n`),
  );
  expect(stdout).toMatch(/2 queries, .*\n.*at least 2 pages, 0\.02 USD\n.*0\.01 USD more for each further page/);
  const data = JSON.parse((await report(['--dry-run', '--json', '--month', lastMonth], nobody)).stdout) as object;
  expect(data).toMatchObject({ lastMonth, queries: 2, minimumPages: 2, usd: '0.02', usdPerFurtherPage: '0.01' });
  expect({ exitCode, calls: aws.calls.counts() }).toEqual({ exitCode: 0, calls: {} });
}, 30_000);

test.each([
  [
    ['--month', '2020-01'],
    /^error: Cost Explorer has the 14 months from .*; read older ones from a billing export, got/m,
  ],
  [['--month', '2999-01'], /^error: Cost Explorer has the 14 months from .*, got: 2999-01$/m],
  [['--metric', 'list'], /^error: Cost Explorer has no list prices, ask for billed or effective, .*, got: list$/m],
  [['--org', 'example'], /^error: example is not deployed/m],
])(
  '%j is refused before AWS is asked and bills',
  async (args, message) => {
    for (const more of [[], ['--dry-run']]) {
      const outcome = await report([...args, ...more]);
      expectRefusal(outcome);
      expect(outcome.stderr).toMatch(message);
    }
    expect(aws.calls.counts()).toEqual({});
  },
  30_000,
);

describe('what keeps Cost Explorer from answering is told in one line', () => {
  const expectNothing = (outcome: Awaited<ReturnType<typeof report>>, ...messages: readonly string[]) => {
    expectRefusal(outcome, ...messages);
    expect(outcome.stderr.match(/^error: .*$/gm)).toHaveLength(1);
    expect(existsSync(join(folder.path, 'none'))).toBe(false);
  };
  const none = ['--out', join(folder.path, 'none')];

  test('no credentials', async () => {
    const outcome = await report(none, {
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined,
      AWS_SESSION_TOKEN: undefined,
      AWS_PROFILE: undefined,
      AWS_EC2_METADATA_DISABLED: 'true',
      HOME: folder.path,
    });
    expectNothing(outcome, 'no AWS credentials can be used, sign in or set AWS_PROFILE');
  }, 30_000);

  test('credentials that have expired', async () => {
    aws.faults.set([{ operation: 'sts:*', kind: 'refuse', code: 'ExpiredToken', status: 403 }]);
    expectNothing(await report(none), 'the credentials have expired, sign in again: ce:GetCostAndUsage as', reader);
  }, 30_000);

  test('a role that is missing', async () => {
    const { world } = aws;
    world.roles = world.roles.filter(({ accountId, name }) => accountId !== management || name !== 'spend-reader');
    expectNothing(await report(none), `may not call sts:AssumeRole on ${reader}`);
  }, 30_000);

  test('a role without the permission', async () => {
    denyReader(aws.world, 'ce:GetCostAndUsage');
    expectNothing(await report(none), `${reader} may not call ce:GetCostAndUsage in us-east-1`);
    expect(aws.calls.billedPages).toBe(0);
  }, 30_000);

  test('no data yet', async () => {
    aws.faults.set([{ operation: 'ce:*', kind: 'refuse', code: 'DataUnavailableException' }]);
    expectNothing(await report(none), `no data for account ${management} yet, which takes a day after it was enabled`);
  }, 30_000);

  test('an answer that is half there: what was billed is told all the same', async () => {
    aws.faults.set([{ operation: 'ce:*', kind: 'refuse', code: 'DataUnavailableException', at: 2 }]);
    const outcome = await report(none);
    expectNothing(outcome, 'DataUnavailableException');
    expect(outcome.stderr).toContain('Cost Explorer billed 1 page, 0.01 USD\n');
  }, 30_000);

  test('a month in which nothing was charged', async () => {
    aws.world.billing = { ...spendWorld().billing, lastMonth };
    expectNothing(await report(none), `ask for a month that the source holds, got: ${currentMonth}; it holds`);
  }, 30_000);
});
