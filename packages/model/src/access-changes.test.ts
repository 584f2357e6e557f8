import { changesBetween, isEmpty } from './changes.ts';
import { staffed, staffedWith } from './definition.fixture.ts';
import { parseOrganization } from './parse-organization.ts';

const before = parseOrganization(staffed);
const changesTo = (definition: unknown) => changesBetween(before, parseOrganization(definition));
const people = ['enterprise', 'identity', 'people'];
const eve = { name: 'Eve', email: 'eve@example.com', unit: 'shop', groups: ['on-call', 'shop-telemetry'] };
const nothingElse = {
  ...{ added: [], removed: [], changed: [], limits: [], budgets: [], enterprise: [], pipelines: [] },
  ...{ contents: [], grants: [], exceptions: [] },
};

test('a joiner is one line and gains exactly the roles of the groups', () => {
  const gains = (role: string, account: string) => ({ user: 'eve', account, role, change: 'gains' });
  expect(changesTo(staffedWith([...people, 'eve'], eve))).toEqual({
    ...nothingElse,
    people: [{ user: 'eve', property: 'joins', before: undefined, after: 'on-call, shop-telemetry' }],
    reaches: [
      gains('reader-shop', 'example-shared-services'),
      gains('operator', 'example-shop-prod'),
      gains('operator', 'example-shop-dr'),
      gains('observer', 'example-shop-prod'),
      gains('observer', 'example-shop-dr'),
    ],
  });
});

test('a mover loses what the old unit gave and gains what the new one gives', () => {
  const moved = { name: 'Anna Keller', email: 'anna@example.com', unit: 'lab', groups: ['lab-appeng'] };
  expect(changesTo(staffedWith([...people, 'anna.keller'], moved))).toEqual({
    ...nothingElse,
    people: [
      { user: 'anna.keller', property: 'unit', before: 'shop', after: 'lab' },
      { user: 'anna.keller', property: 'groups', before: 'shop-appeng', after: 'lab-appeng' },
    ],
    reaches: [
      { user: 'anna.keller', account: 'example-shop-dev', role: 'appeng', change: 'loses' },
      { user: 'anna.keller', account: 'example-lab-dev', role: 'appeng', change: 'gains' },
    ],
  });
});

test('a leaver loses everything', () => {
  const changes = changesBetween(parseOrganization(staffedWith([...people, 'eve'], eve)), before);
  expect(changes.people).toEqual([
    { user: 'eve', property: 'leaves', before: 'on-call, shop-telemetry', after: undefined },
  ]);
  expect(changes.reaches.map(({ user, change }) => `${user} ${change}`)).toEqual(Array(5).fill('eve loses'));
});

test.each([
  ['name', 'Anna Weber', 'name', 'Anna Keller', 'Anna Weber'],
  ['email', 'a@example.com', 'e-mail', 'anna@example.com', 'a@example.com'],
  ['alsoIn', ['lab'], 'also in', undefined, 'lab'],
  ['groups', [], 'groups', 'shop-appeng', 'no group'],
])('another %s of a person is a change of its own', (key, value, property, old, now) => {
  const changes = changesTo(staffedWith([...people, 'anna.keller', key], value));
  expect(changes.people).toEqual([{ user: 'anna.keller', property, before: old, after: now }]);
});

test('an account more is gained by whoever may become a role there, and by the pipelines of its unit', () => {
  const changes = changesTo(staffedWith(['businessUnits', 'lab', 'phases'], ['dev', 'prod']));
  expect(changes.reaches.map(({ user, role, account }) => `${user} ${role} ${account}`)).toEqual([
    'cleo observer example-lab-prod',
    'dana auditor example-lab-prod',
  ]);
  expect(changes.enterprise).toEqual([]);
  expect(changes.pipelines).toEqual([
    {
      ...{ repository: 'lab/tools/platform', environment: 'dev', source: 'main' },
      ...{ account: 'example-lab-prod', change: 'gains' },
    },
  ]);
});

test('another branch that applies is a loss of the old one and a gain of the new one', () => {
  const path = ['businessUnits', 'lab', 'pipelines', 0, 'environments', 0, 'branch'];
  const changes = changesTo(staffedWith(path, 'release'));
  expect(changes.pipelines.map(({ source, account, change }) => `${source} ${change} ${account}`)).toEqual([
    'main loses example-lab-dev',
    'release gains example-lab-dev',
  ]);
});

test.each([
  [['enterprise', 'identity', 'secondFactor', 'minutes'], 60, 'second factor', '30 minutes', '60 minutes'],
  [['enterprise', 'sharedServices', 'retention', 'years'], 8, 'retention', '7 years', '8 years'],
  [['enterprise', 'sharedServices', 'lock'], 'governance', 'lock', 'compliance', 'governance'],
  [['enterprise', 'sharedServices', 'delegated'], [], 'delegated inspector2.amazonaws.com', 'yes', undefined],
  [['enterprise', 'guardrails', 'policyLimits'], 'classic', 'policy limits', 'current', 'classic'],
  [
    ['enterprise', 'guardrails', 'trustedAccounts'],
    [],
    'trusted account 999900000001',
    's3; partner@example.com; takes orders over',
    undefined,
  ],
  [['businessUnits', 'shop', 'images'], [], 'image shop/web of shop', 'yes', undefined],
  [
    ['enterprise', 'identity', 'groups', 'watch'],
    { unit: 'lab', roles: ['observer'] },
    'group watch',
    undefined,
    'observer in example-lab-dev',
  ],
  [
    ['enterprise', 'delivery', 'pipelines', 0, 'environments', 1, 'plan'],
    'peek',
    'plan of dev of example/platform for enterprise',
    'repo:example/platform:environment:look',
    'repo:example/platform:environment:peek',
  ],
])('a change of %j is one of the enterprise, and of nothing else', (path, value, property, old, now) => {
  const changes = changesTo(staffedWith(path, value));
  expect(changes.enterprise).toEqual([{ property, before: old, after: now }]);
  expect(isEmpty(changes)).toBe(false);
  expect(isEmpty({ ...changes, enterprise: [] })).toBe(true);
});
