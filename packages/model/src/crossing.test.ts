import { runtimeAccountsOf } from './accounts.ts';
import { changesBetween } from './changes.ts';
import { crossing, crossingWith } from './crossing.fixture.ts';
import { mostSensitiveIn, weighingClassesIn } from './data-classes.ts';
import { expiredOn } from './exceptions.ts';
import { granteeArn, grantsFrom, grantsTo } from './grants.ts';
import { parseOrganization } from './parse-organization.ts';
import { phaseRank } from './phase-rank.ts';
import { recoveredAccountOf, recoveryAccountsOf } from './recovery.ts';
import { missingInLock, stacksOf } from './stacks.ts';
import { storeKinds } from './store-definition.ts';
import { storeArn, storeKeyAlias, storeResourceName } from './store-names.ts';
import { type Store, storesIn } from './stores.ts';
import { workloadsIn } from './workloads.ts';

const organization = parseOrganization(crossing);
const prod = { name: 'example-shop-prod', unit: 'shop', phase: 'prod' };
const lab = { name: 'example-lab-dev' };

test('everything about phases that is new may be left out, and the defaults are these', () => {
  const rules = organization.businessUnits[0]?.phases[0]?.rules;
  expect(rules).toMatchObject({ without: [], operations: ['restart', 'scale', 'fail-over'], backupDays: 35 });
  expect(rules?.expires).toBeUndefined();
  expect(rules?.peopleReadData).toBeUndefined();
});

test('a store stands in every phase of its unit but those that it leaves out, as sensitive as its account', () => {
  expect(organization.stores.map(({ name, account, data, region }) => [name, account, data, region])).toEqual([
    ['orders', 'example-shop-dev', 'synthetic', 'eu-west-1'],
    ['orders', 'example-shop-stage', 'sanitized', 'eu-west-1'],
    ['orders', 'example-shop-prod', 'sensitive', 'eu-west-1'],
    ['orders', 'example-shop-dr', 'sensitive', 'eu-central-1'],
    ['events', 'example-shop-stage', 'sanitized', 'eu-west-1'],
    ['events', 'example-shop-prod', 'sensitive', 'eu-west-1'],
  ]);
  expect(storesIn(organization, prod).map(({ name }) => name)).toEqual(['orders', 'events']);
  expect(workloadsIn(organization, lab).map(({ name }) => name)).toEqual(['loader']);
});

test('a grant stands between two accounts, and ends when its exception does', () => {
  expect(grantsTo(organization, prod).map(({ name, until }) => [name, until])).toEqual([
    ['nightly', undefined],
    ['trial', '2027-03-31'],
  ]);
  const [trial, ...others] = grantsFrom(organization, lab);
  expect([trial?.name, others]).toEqual(['trial', []]);
  expect(trial && granteeArn(trial, '222200000001')).toBe('arn:aws:iam::222200000001:role/workload/loader');
});

test('a grant of people names a role of the platform', () => {
  const from = { unit: 'lab', phase: 'prod', role: 'observer' };
  const asPeople = parseOrganization(
    crossingWith(
      ['grants.nightly.from', from],
      ['exceptions.people', { ...crossing.exceptions?.['forecast'], of: { grant: 'nightly' } }],
    ),
  );
  const grant = asPeople.grants.find(({ name }) => name === 'nightly');
  expect(grant && granteeArn(grant, '222200000001')).toBe('arn:aws:iam::222200000001:role/bulkhead/observer');
});

const store: Store = { ...prod, name: 'orders', account: prod.name, kind: 'bucket', data: 'none', region: 'eu-west-1' };
test.each([
  ['bucket', 'arn:aws:s3:::example-shop-prod-orders-222200000001'],
  ['table', 'arn:aws:dynamodb:eu-west-1:222200000001:table/orders'],
  ['queue', 'arn:aws:sqs:eu-west-1:222200000001:orders'],
  ['topic', 'arn:aws:sns:eu-west-1:222200000001:orders'],
  ['secret', 'arn:aws:secretsmanager:eu-west-1:222200000001:secret:orders-??????'],
  ['bus', 'arn:aws:events:eu-west-1:222200000001:event-bus/orders'],
  ['repository', 'arn:aws:ecr:eu-west-1:222200000001:repository/shop/orders'],
] as const)('a %s is known by its ARN before it is there', (kind, arn) => {
  expect(storeArn({ ...store, kind }, '222200000001')).toBe(arn);
});

test('names of stores differ by account where AWS wants them to', () => {
  const names = storeKinds.map((kind) => storeResourceName({ ...store, kind }, '222200000001'));
  expect(new Set(names)).toEqual(new Set(['example-shop-prod-orders-222200000001', 'orders', 'shop/orders']));
  expect(storeKeyAlias(store)).toBe('store/orders');
});

test('a following phase has the rank of the one that it follows', () => {
  const ranks = ['sandbox', 'dev', 'stage', 'prod', 'dr'].map((phase) => phaseRank(organization, phase));
  expect(ranks).toEqual([0, 1, 2, 3, 3]);
});

test('an account knows which one takes over from it, and the other way round', () => {
  expect(recoveryAccountsOf(organization, prod).map(({ name }) => name)).toEqual(['example-shop-dr']);
  expect(recoveredAccountOf(organization, { unit: 'shop', phase: 'dr' })?.name).toBe(prod.name);
  expect(recoveryAccountsOf(organization, { unit: 'lab', phase: 'prod' })).toEqual([]);
  expect(recoveredAccountOf(organization, prod)).toBeUndefined();
});

test.each([['eu-west-1'], ['eu-central-1']])(
  'a phase that follows prod and is not dr takes over from nothing, in %s',
  (region) => {
    const canary = { purpose: 'a few customers', follows: 'prod', regions: [region] };
    const phases = ['dev', 'stage', 'prod', 'dr', 'canary'];
    const followed = parseOrganization(crossingWith(['phases.canary', canary], ['businessUnits.shop.phases', phases]));
    expect(recoveryAccountsOf(followed, prod).map(({ name }) => name)).toEqual(['example-shop-dr']);
    expect(recoveredAccountOf(followed, { unit: 'shop', phase: 'canary' })).toBeUndefined();
  },
);

test("an account's stack needs the ids of whom it shares with, and of the one that takes over", () => {
  const missing = (name: string) => {
    const stack = stacksOf(organization).find((each) => each.name === name);
    return stack ? missingInLock(stack, organization, {}).filter((path) => /shop|lab/.test(path)) : undefined;
  };
  const ids = (...accounts: readonly string[]) => accounts.map((account) => `accounts.example-${account}.id`);
  expect(missing('example-shop-prod')).toEqual(ids('shop-prod', 'shop-dr', 'lab-dev', 'lab-prod'));
  expect(missing('example-lab-dev')).toEqual(ids('shop-prod', 'lab-dev'));
  expect(missing('example-lab-sandbox')).toEqual(ids('lab-sandbox'));
});

test('an account holds what its phase says, or sensitive data by an exception, and people read that until a day', () => {
  const of = { unit: 'shop', phase: 'stage' };
  const exception = { owner: 'shop@example.com', reason: 'a migration' };
  const excepted = parseOrganization(
    crossingWith(
      ['phases.stage.peopleReadData', true],
      ['exceptions.s', { of: { ...of, allows: 'sensitive-data' }, ...exception, until: '2027-06-30' }],
      ['exceptions.p', { of: { ...of, allows: 'people-read-data' }, ...exception, until: '2027-03-31' }],
    ),
  );
  const held = (each: typeof organization) =>
    Object.fromEntries(
      runtimeAccountsOf(each)
        .filter(({ unit }) => unit === 'shop')
        .map((account) => [account.phase, [mostSensitiveIn(each, account), ...weighingClassesIn(each, account)]]),
    );
  const usual = {
    dev: ['synthetic'],
    stage: ['sanitized', 'sanitized'],
    prod: ['sensitive', 'sanitized', 'sensitive'],
    dr: ['sensitive', 'sanitized', 'sensitive'],
  };
  expect(held(organization)).toEqual(usual);
  expect(held(excepted)).toEqual({ ...usual, stage: ['sensitive', 'sanitized', 'sensitive'] });
  const stage = runtimeAccountsOf(excepted).find(({ unit, phase }) => unit === of.unit && phase === of.phase);
  expect(stage?.rules.peopleReadData).toEqual({ until: '2027-03-31' });
});

test.each([
  ['2027-03-30', []],
  ['2027-03-31', ['exception forecast']],
  ['2027-06-30', ['exception forecast', 'account example-lab-sandbox']],
])('what has ended on %s is told on the day on which it ends, not the day before', (day, expected) => {
  expect(expiredOn(organization, day).map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected);
});

test('a grant that comes brings all of its parts, one that is kept tells what is another', () => {
  const without = parseOrganization(crossingWith(['grants.nightly', undefined]));
  expect(
    changesBetween(without, organization).grants.map(({ name, property, after }) => [name, property, after]),
  ).toEqual([
    ['nightly', 'from', 'loader in example-lab-prod'],
    ['nightly', 'to', 'orders in example-shop-prod'],
    ['nightly', 'what', 'read-data'],
    ['nightly', 'reason', 'orders go into the warehouse'],
  ]);
  const later = parseOrganization(crossingWith(['exceptions.forecast.until', '2027-12-31']));
  const { grants, exceptions } = changesBetween(organization, later);
  const until = { property: 'until', before: '2027-03-31', after: '2027-12-31' };
  expect(grants).toEqual([{ name: 'trial', ...until }]);
  expect(exceptions).toEqual([{ name: 'forecast', ...until }]);
});

test.each([
  ['expires', { 'phases.sandbox.expires': '2027-12-31' }, 'example-lab-sandbox', '2027-06-30', '2027-12-31'],
  ['without', { 'phases.dev.without': ['backup'] }, 'example-shop-dev', 'nothing', 'backup'],
  ['people read data', { 'phases.stage.peopleReadData': true }, 'example-shop-stage', 'no', 'until further notice'],
  [
    'operations',
    { 'phases.stage.operations': ['restart'] },
    'example-shop-stage',
    'restart, scale, fail-over',
    'restart',
  ],
  ['backups', { 'phases.stage.backup': { keepDays: 90 } }, 'example-shop-stage', '35 days', '90 days'],
])('%s of an account that changes is told', (property, edit, account, before, after) => {
  const changed = parseOrganization(crossingWith(...Object.entries(edit)));
  expect(changesBetween(organization, changed).changed).toContainEqual({ account, property, before, after });
});
