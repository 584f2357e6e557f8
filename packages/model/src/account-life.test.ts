import { closedAccountsOf, isClosing, reportedAccountsOf } from './account-life.ts';
import { accountsOf, findAccount, runtimeAccountsOf } from './accounts.ts';
import { changesBetween } from './changes.ts';
import { crossing, crossingWith } from './crossing.fixture.ts';
import { madeUpLock } from './made-up-lock.ts';
import { parseOrganization } from './parse-organization.ts';
import { pipelinesDeploying } from './pipelines.ts';
import { stacksOf } from './stacks.ts';

const life = 'businessUnits.shop.life';
const before = parseOrganization(crossing);
const closing = parseOrganization(crossingWith([life, { dev: 'closing' }]));
const closed = parseOrganization(crossingWith([life, { dev: 'closed' }]));
const name = 'example-shop-dev';

test('a closing account keeps its name, e-mail, tags and budget, and moves to Suspended', () => {
  const account = findAccount(closing, name);
  const old = findAccount(before, name);
  expect(account).toEqual({ ...old, life: 'closing', organizationalUnit: 'Suspended' });
  expect(old?.organizationalUnit).toBe('Runtime/Dev');
  expect(accountsOf(closing).map((each) => each.name)).toEqual(accountsOf(before).map((each) => each.name));
});

test.each([
  ['closing', closing],
  ['closed', closed],
])('a %s account has no stack, role, pipeline, store, workload or limit', (_, organization) => {
  expect(stacksOf(organization).map((stack) => stack.name)).not.toContain(name);
  expect(stacksOf(before).map((stack) => stack.name)).toContain(name);
  expect(runtimeAccountsOf(organization).map((each) => each.name)).not.toContain(name);
  const roles = organization.groups.flatMap(({ becomes }) => becomes).filter(({ account }) => account === name);
  expect(roles).toEqual([]);
  const account = findAccount(organization, name);
  expect(account ? pipelinesDeploying(organization, account) : []).toEqual([]);
  expect([...organization.stores, ...organization.workloads].filter((each) => each.account === name)).toEqual([]);
});

test('a closed account is in reports and nowhere else', () => {
  expect(findAccount(closed, name)).toBeUndefined();
  expect(closedAccountsOf(closed).map((each) => each.name)).toEqual([name]);
  expect(reportedAccountsOf(closed).map((each) => each.name)).toContain(name);
  expect(new Set(reportedAccountsOf(closed).map((each) => each.name))).toEqual(
    new Set(accountsOf(before).map((each) => each.name)),
  );
  expect(Object.keys(madeUpLock(closed, {}).accounts ?? {})).not.toContain(name);
});

test('groups that become a role everywhere still say so when an account is closing', () => {
  const auditors = closing.groups.find((group) => group.name === 'auditors');
  const working = accountsOf(closing).filter((each) => !isClosing(each));
  expect(auditors?.becomes.map(({ account }) => account)).toEqual(working.map((each) => each.name));
});

test('what changes when an account is closing is its life, its unit, its limits and what is in it', () => {
  const changes = changesBetween(before, closing);
  expect(changes.changed).toEqual([
    { account: name, property: 'organizational unit', before: 'Runtime/Dev', after: 'Suspended' },
    { account: name, property: 'life', before: 'active', after: 'closing' },
  ]);
  expect(changes.contents).toEqual([
    { account: name, property: 'store orders', before: 'bucket, synthetic', after: undefined },
    { account: name, property: 'workload web', before: 'ecs', after: undefined },
  ]);
  expect([changes.added, changes.removed, changes.budgets]).toEqual([[], [], []]);
});
