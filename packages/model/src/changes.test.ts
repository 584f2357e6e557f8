import { changesBetween, isEmpty } from './changes.ts';
import { example, exampleWith } from './definition.fixture.ts';
import { parseOrganization } from './parse-organization.ts';

const before = parseOrganization(example);
const changesTo = (definition: unknown) => changesBetween(before, parseOrganization(definition));

const nothing = {
  ...{ added: [], removed: [], changed: [], limits: [], budgets: [] },
  ...{ enterprise: [], people: [], reaches: [], pipelines: [] },
  ...{ contents: [], grants: [], exceptions: [] },
};

test('nothing changes between an organization and itself', () => {
  const changes = changesBetween(before, before);
  expect(isEmpty(changes)).toBe(true);
  expect(changes).toEqual(nothing);
});

test('one word more in a unit is one account more, with its limits and its budget', () => {
  const changes = changesTo(exampleWith(['businessUnits', 'lab', 'phases'], ['dev', 'prod']));
  expect(changes.added.map(({ name }) => name)).toEqual(['example-lab-prod']);
  expect(changes.limits).toContainEqual({
    account: 'example-lab-prod',
    region: 'us-east-1',
    of: 'm5.12xlarge',
    unit: 'instances',
    before: undefined,
    after: 68,
  });
  expect(changes.budgets).toEqual([{ account: 'example-lab-prod', before: undefined, after: '3000.50' }]);
  expect([changes.removed, changes.changed]).toEqual([[], []]);
});

test('a unit that goes takes its accounts, limits and budgets along', () => {
  const { lab: _, ...businessUnits } = example.businessUnits;
  const changes = changesBetween(before, parseOrganization({ ...example, businessUnits }));
  expect(changes.removed.map(({ name }) => name)).toEqual(['example-lab-delivery', 'example-lab-dev']);
  expect(changes.budgets).toContainEqual({ account: 'example-lab-dev', before: '50', after: undefined });
  expect(changes.limits.every(({ account, after }) => account === 'example-lab-dev' && after === undefined)).toBe(true);
});

test('a cap of a phase changes cap and ceiling of every account that does not override it', () => {
  const limits = [{ atMost: 40, instanceType: 'm5.12xlarge' }];
  const changes = changesTo(exampleWith(['phases', 'dev', 'limits'], limits));
  expect(changes.limits.filter(({ account }) => account === 'example-shop-dev')).toEqual([
    { account: 'example-shop-dev', region: 'eu-west-1', of: 'm5.12xlarge', unit: 'instances', before: 50, after: 40 },
    { account: 'example-shop-dev', region: 'eu-west-1', of: 'standard', unit: 'vCPU', before: 2400, after: 1920 },
  ]);
  expect(changes.changed).toEqual([]);
});

test('another budget is a change of budgets only', () => {
  const changes = changesTo(exampleWith(['businessUnits', 'lab', 'overrides', 'dev', 'budget', 'amount'], '51'));
  expect(changes).toEqual({ ...nothing, budgets: [{ account: 'example-lab-dev', before: '50', after: '51' }] });
});

test.each([
  [['businessUnits', 'shop', 'owner'], 'new@example.com', 'tag Owner', 'shop@example.com', 'new@example.com'],
  [['phases', 'dev', 'data'], 'sanitized', 'tag DataClass', 'synthetic', 'sanitized'],
  [['phases', 'dev', 'protect'], true, 'protect', 'false', 'true'],
  [['phases', 'dev', 'sessionHours'], 2, 'session', '8 hours', '2 hours'],
  [['phases', 'dev', 'atCap'], 'freeze', 'at cap', 'warn', 'freeze'],
])('a change of %j shows as a change of the property of an account', (path, value, property, old, now) => {
  expect(changesTo(exampleWith(path, value)).changed).toContainEqual({
    account: 'example-shop-dev',
    property,
    before: old,
    after: now,
  });
});

test.each([
  [
    ['state'],
    's3',
    'Terraform state, deploying moves it',
    "local, in files in the organization's folder",
    's3, in buckets of the delivery account',
  ],
  [
    ['organization'],
    'existing',
    'organization of AWS',
    'new, created by the first deployment',
    'existing, imported by its id in organization.lock.json',
  ],
  [['accountQuota'], 50, 'account quota', '10', '50'],
  [['phases', 'dr', 'follows'], 'dev', 'phase dr follows', 'prod', 'dev'],
  [['phases', 'prod', 'follows'], 'dev', 'phase prod follows', undefined, 'dev'],
])('a change of %j shows, though it holds for no single account', (path, value, property, old, now) => {
  expect(changesTo(exampleWith(path, value)).enterprise).toEqual([{ property, before: old, after: now }]);
});
