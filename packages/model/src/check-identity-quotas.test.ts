import type { OrganizationDefinition } from './definition.ts';
import { staffed } from './definition.fixture.ts';
import { checkDefinition, parseOrganization } from './parse-organization.ts';

const { identity } = staffed.enterprise;
const withIdentity = (settings: Partial<typeof identity>): OrganizationDefinition => ({
  ...staffed,
  enterprise: { ...staffed.enterprise, identity: { ...identity, ...settings } },
});
const record = <Value>(count: number, name: (index: number) => string, value: (index: number) => Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), value(index)]));

const withGroups = (count: number) =>
  withIdentity({
    people: {},
    groups: record(
      count,
      (index) => `g-${index}`,
      () => ({ unit: 'shop', roles: ['observer'] as const }),
    ),
  });
const withPeople = (count: number) =>
  withIdentity({
    groups: {},
    people: record(
      count,
      (index) => `u${index}`,
      (index) => ({
        name: 'Somebody',
        email: `u${index}@example.com`,
        unit: 'shop',
        groups: [],
      }),
    ),
  });

/** A unit with so many phases, in each of which its group has three roles. */
const withPhases = (count: number): OrganizationDefinition => {
  const phases = record(
    count,
    (index) => `p${index}`,
    () => ({ purpose: 'testing', data: 'synthetic' as const }),
  );
  const shop = staffed.businessUnits['shop'];
  if (shop === undefined) throw new Error('the fixture has no shop');
  const wide = { ...shop, phases: [...shop.phases, ...Object.keys(phases)] };
  const groups = { wide: { unit: 'shop', roles: ['appeng', 'observer'] as const } };
  return {
    ...withIdentity({ groups, people: {} }),
    phases: { ...staffed.phases, ...phases },
    businessUnits: { ...staffed.businessUnits, shop: wide },
  };
};

const quotaProblems = (definition: OrganizationDefinition) =>
  checkDefinition(definition).filter(({ rule }) => /IAM (users|group)/.test(rule));

test('as many groups as IAM takes in one account are good, and one more is told with what can be done', () => {
  const free = 299 - parseOrganization(withGroups(0)).groups.length;
  expect(quotaProblems(withGroups(free))).toEqual([]);
  expect(quotaProblems(withGroups(free + 1))).toMatchObject([
    {
      path: 'enterprise.identity.groups',
      got: '301',
      rule: expect.stringContaining('at most 300 IAM groups and 500 on request') as string,
    },
  ]);
});

test('as many people as IAM takes in one account are good, the two for an emergency with them', () => {
  expect(quotaProblems(withPeople(4_998))).toEqual([]);
  expect(quotaProblems(withPeople(4_999))).toMatchObject([
    {
      path: 'enterprise.identity.people',
      got: '5001',
      rule: expect.stringContaining("let people sign in by 'identity-center'") as string,
    },
  ]);
});

test('a group with more roles than its policy can name is told, by its name and with both numbers', () => {
  expect(quotaProblems(withPhases(30))).toEqual([]);
  expect(quotaProblems(withPhases(45))).toMatchObject([
    {
      path: 'enterprise.identity.groups.wide',
      rule: expect.stringMatching(/take 5,120 characters, those of wide need 5,\d\d\d to name 9\d roles/) as string,
    },
  ]);
});

test('a group that follows from a unit is told at the unit', () => {
  expect(quotaProblems(withPhases(100)).map(({ path, got }) => [path, got])).toEqual(
    expect.arrayContaining([['businessUnits.shop', '"shop-observer"']]),
  );
});

test('who signs in by Identity Center has no groups and users of IAM', () => {
  const many = withGroups(400);
  const center = { ...many.enterprise.identity, signIn: 'identity-center' as const };
  expect(quotaProblems({ ...many, enterprise: { ...many.enterprise, identity: center } })).toEqual([]);
});
