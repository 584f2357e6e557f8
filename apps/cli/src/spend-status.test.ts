import type { LocalAws } from '@bulkhead/local-aws';
import { platformRoleArn } from '@bulkhead/model';
import { delivery, management } from './limits/acme-world.fixture.ts';
import { expectRefusal, runBulkhead } from './run-bulkhead.fixture.ts';
import type { OrganizationStatus } from './spend-organization-status.ts';
import { currentMonth, denyReader, spendWorld, startSpendAws } from './spend-world.fixture.ts';

let aws: LocalAws;
afterEach(() => aws.close());

const status = (...args: readonly string[]) =>
  runBulkhead(['spend', 'status', '--org', 'acme', ...args], { env: { ...aws.environment, AWS_MAX_ATTEMPTS: '1' } });
const reader = platformRoleArn(management, 'spend-reader');

/** Budgets of every account with so much money in them, and the charges that were generated for the usual ones. */
function worldOfBudgets(limit: string, ...others: readonly (readonly [name: string, limit: string])[]) {
  const world = spendWorld();
  world.budgets = world.budgets.map((budget) => ({
    ...budget,
    limit: others.find(([name]) => name === budget.name)?.[1] ?? limit,
  }));
  return world;
}

test('every budget of the definition, also of enterprise accounts, stands beside what AWS counted and forecasts', async () => {
  aws = await startSpendAws(worldOfBudgets('1000000'));
  const { stdout, exitCode } = await status('--json');
  const { budgets, summary, month } = JSON.parse(stdout) as OrganizationStatus;
  expect(month).toBe(currentMonth);
  expect(budgets.map(({ account }) => account)).toEqual(
    expect.arrayContaining(['acme-identity', 'acme-shared-services', 'acme-startup-delivery', 'acme-retail-prod']),
  );
  expect(budgets.filter(({ actual, forecast }) => actual === null || forecast === null)).toEqual([]);
  expect([summary.missing, summary['not-calculated']]).toEqual([0, 0]);
  expect(exitCode).toBe(summary.over + summary['forecast-over'] > 0 ? 2 : 0);
  expect(Object.keys(aws.calls.counts()).filter((name) => name.startsWith('ce:'))).toEqual([]);
}, 30_000);

test('a table says by unit what is over, and another budget at AWS than in the definition', async () => {
  aws = await startSpendAws(worldOfBudgets('1000000', ['acme-retail-dev', '1']));
  const { stdout, stderr } = await status();
  expect(stdout).toMatch(new RegExp(`^acme in ${currentMonth}: spend so far and forecast against budgets, in USD\n`));
  expect(stdout).toMatch(/\n\nretail\n(\S+ +[\d,.]+ .*\n)*dev +20,000\.00 /);
  expect(stdout).toContain('acme-retail-dev: 1.00 instead of 20,000.00');
  expect(stderr).toBe('  reading budgets …\n  ✓ reading budgets\n');
}, 30_000);

test('a budget that AWS does not have is unknown, not zero, and the exit code says so', async () => {
  const world = spendWorld();
  world.budgets = world.budgets.filter(({ name }) => name !== 'acme-bi-dev');
  aws = await startSpendAws(world);
  const { stdout, exitCode } = await status();
  expect(stdout).toMatch(/\nbi\n(\S+ +[\d,.]+ .*\n)*dev +20,000\.00 +\? +\? +not in AWS\n/);
  expect(stdout).toContain("no monthly cost budget of this name, deploy the organization's stack:\n  acme-bi-dev\n");
  expect(exitCode).toBe(1);
}, 30_000);

test('a role without permission, a role that is missing: both are named, with the action', async () => {
  const world = spendWorld();
  denyReader(world, 'budgets:ViewBudget');
  aws = await startSpendAws(world);
  expectRefusal(await status(), `${reader} may not call budgets:ViewBudget`);
  world.roles = world.roles.filter(({ accountId, name }) => accountId !== management || name !== 'spend-reader');
  expectRefusal(await status(), `:${delivery}:`, `may not call sts:AssumeRole on ${reader}`);
}, 30_000);

test('an organization that is not deployed has no status', async () => {
  aws = await startSpendAws();
  expectRefusal(await status('--org', 'example'), 'example is not deployed');
}, 30_000);
