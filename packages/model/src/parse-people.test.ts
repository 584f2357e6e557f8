import { example, exampleWith, staffed, staffedWith } from './definition.fixture.ts';
import { checkDefinition } from './parse-organization.ts';

type Path = readonly (string | number)[];
type Value = Parameters<typeof staffedWith>[1];

const identity = ['enterprise', 'identity'];
const anna = [...identity, 'people', 'anna.keller'];
const at = 'enterprise.identity.people.anna.keller';
const person = (settings: object = {}) => ({
  name: 'Eve',
  email: 'eve@example.com',
  unit: 'shop',
  groups: [],
  ...settings,
});
const onCall = [...identity, 'groups', 'on-call'];
const tenGroups = Array.from({ length: 10 }, (_, index) => `g-${index}`);

type Case = [title: string, path: Path, value: Value, ...problems: [where: string, says: string][]];
const cases: Case[] = [
  ['a person has no name', [...anna, 'name'], '', [`${at}.name`, "must be the person's name"]],
  ['a person has no address', [...anna, 'email'], 'anna', [`${at}.email`, 'must be an e-mail address']],
  ['a person is a text', anna, 'Anna', [at, 'must be a person like']],
  ['a person has a mistyped key', [...anna, 'group'], [], [`${at}.group`, 'is no key']],
  [
    'a person is of no unit',
    [...anna, 'unit'],
    'shpo',
    [`${at}.unit`, "must be a business unit or 'enterprise': shop, lab, enterprise"],
  ],
  [
    'a person is also in no unit',
    [...anna, 'alsoIn'],
    ['lba'],
    [`${at}.alsoIn[0]`, "must be a business unit or 'enterprise'"],
  ],
  ['a person is also in a unit twice', [...anna, 'alsoIn'], ['lab', 'lab'], [`${at}.alsoIn[1]`, 'already']],
  [
    'a person is in two units without saying so',
    [...anna, 'groups'],
    ['shop-appeng', 'lab-observer'],
    [`${at}.groups[1]`, "belongs to lab, but the person is in shop only, add alsoIn: ['lab'] if that is meant"],
  ],
  [
    'a person of a unit is in a group of the enterprise without saying so',
    [...anna, 'groups'],
    ['auditors'],
    [`${at}.groups[0]`, "add alsoIn: ['enterprise']"],
  ],
  [
    'a person is in an unknown group',
    [...anna, 'groups'],
    ['shop-apeng'],
    [`${at}.groups[0]`, 'must be a group: security-administrators'],
  ],
  ['a person is in a group twice', [...anna, 'groups'], ['shop-appeng', 'shop-appeng'], [`${at}.groups[1]`, 'already']],
  [
    'a person is in a group that leads nowhere',
    [...identity, 'people', 'ben.okafor', 'groups'],
    ['lab-operator'],
    ['enterprise.identity.people.ben.okafor.groups[0]', 'leads to no role: no account of the unit has it'],
  ],
  [
    'one address belongs to two people',
    [...identity, 'people', 'eve'],
    person({ email: 'Anna@example.com' }),
    ['enterprise.identity.people.eve.email', 'is the e-mail of anna.keller already'],
  ],
  [
    'a user has the name of break-glass',
    [...identity, 'people', 'break-glass-1'],
    person(),
    ['enterprise.identity.people.break-glass-1', 'is kept for break-glass'],
  ],
  [
    'a user has capitals',
    [...identity, 'people', 'Eve'],
    person(),
    ['enterprise.identity.people.Eve', 'lower-case words'],
  ],
  [
    'a user has a name of 65 characters',
    [...identity, 'people', 'a'.repeat(65)],
    person(),
    [`enterprise.identity.people.${'a'.repeat(65)}`, 'at most 64'],
  ],
  ['people are a list', [...identity, 'people'], [], [identity.join('.') + '.people', 'must be people by user name']],

  [
    'nobody can join a group',
    [...onCall, 'unit'],
    'shpo',
    [
      'enterprise.identity.groups.on-call.unit',
      'nobody can join this group, its people come from a unit that does not exist',
    ],
  ],
  [
    'a group leads nowhere',
    [...onCall, 'roles'],
    ['observer', 'appeng'],
    ['enterprise.identity.groups.on-call.roles[1]', 'leads to no role: no account of shop in prod, dr has appeng'],
  ],
  [
    'a group has an unknown role',
    [...onCall, 'roles'],
    ['admin'],
    ['enterprise.identity.groups.on-call.roles[0]', "'appeng', 'operator', 'observer'"],
  ],
  ['a group has no role', [...onCall, 'roles'], [], ['enterprise.identity.groups.on-call.roles', 'at least one role']],
  [
    'a group has a role twice',
    [...onCall, 'roles'],
    ['observer', 'observer'],
    ['enterprise.identity.groups.on-call.roles[1]', 'already'],
  ],
  [
    'a group has an unknown phase',
    [...onCall, 'phases'],
    ['prd'],
    ['enterprise.identity.groups.on-call.phases[0]', 'must be a phase of the organization: dev, prod, dr'],
  ],
  [
    'a group has the name of one that follows',
    [...identity, 'groups', 'lab-appeng'],
    { unit: 'shop', roles: ['observer'] },
    ['enterprise.identity.groups.lab-appeng', 'follows from units and roles'],
    ['enterprise.identity.people.ben.okafor.groups[0]', 'belongs to shop'],
  ],
  [
    'a group has the name of everybody',
    [...identity, 'groups', 'people'],
    { unit: 'shop', roles: ['observer'] },
    ['enterprise.identity.groups.people', 'follows from units and roles'],
  ],
  [
    'a group has capitals',
    [...identity, 'groups', 'OnCall'],
    { unit: 'shop', roles: ['observer'] },
    ['enterprise.identity.groups.OnCall', 'lower-case'],
  ],
  [
    'a second factor is as old as one likes',
    [...identity, 'secondFactor', 'minutes'],
    0,
    [`enterprise.identity.secondFactor.minutes`, '15 to 720'],
  ],
  [
    'a second factor is 721 minutes old',
    [...identity, 'secondFactor', 'minutes'],
    721,
    [`enterprise.identity.secondFactor.minutes`, '15 to 720'],
  ],
];

test.each<Case>(cases)('%s: a problem that says where and what', (_title, path, value, ...expected) => {
  const problems = checkDefinition(staffedWith(path, value)).map(({ path: where, rule }) => [where, rule]);
  expect(problems).toEqual(expected.map(([where, says]) => [where, expect.stringContaining(says)]));
});

test('people may be left out, and a definition with all of them has no problem', () => {
  expect(checkDefinition(example)).toEqual([]);
  expect(checkDefinition(staffed)).toEqual([]);
});

test('an IAM user is in nine groups and the one of everybody, a user of Identity Center in any number', () => {
  const groups = Object.fromEntries(tenGroups.map((name) => [name, { unit: 'shop', roles: ['observer'] }]));
  const inGroups = (signIn: string, count: number) =>
    checkDefinition(
      exampleWith(identity, { signIn, groups, people: { eve: person({ groups: tenGroups.slice(0, count) }) } }),
    );
  expect(inGroups('iam-users', 9)).toEqual([]);
  expect(inGroups('iam-users', 10)).toMatchObject([
    { path: 'enterprise.identity.people.eve.groups', rule: expect.stringContaining('at most 10 groups') as string },
  ]);
  expect(inGroups('identity-center', 10)).toEqual([]);
});

test('a phase whose permission set would have over 32 characters is refused with Identity Center only', () => {
  const phase = 'performance-tests-in-us';
  const wrong = (signIn: string) => {
    const definition = exampleWith([...identity, 'signIn'], signIn) as {
      phases: Record<string, object>;
      businessUnits: { lab: { phases: string[] } };
    };
    definition.phases[phase] = { purpose: 'x', data: 'none' };
    definition.businessUnits.lab.phases.push(phase);
    return checkDefinition(definition);
  };
  expect(wrong('iam-users')).toEqual([]);
  expect(wrong('identity-center')).toMatchObject([
    { path: `phases.${phase}`, rule: expect.stringContaining('at most 32 characters, this makes 38') as string },
  ]);
});

test.each([
  [[...anna, 'groups'], ['shop-apeng'], "'shop-appeng'"],
  [[...anna, 'unit'], 'shpo', "'shop'"],
  [[...onCall, 'phase'], [], "'phases'"],
])('a mistyped name at %j comes with the nearest that exists', (path, value, suggestion) => {
  expect(checkDefinition(staffedWith(path, value))[0]?.suggestion).toBe(suggestion);
});
