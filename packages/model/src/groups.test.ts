import fc from 'fast-check';
import { accountsOf } from './accounts.ts';
import { example, exampleWith, staffed, staffedWith } from './definition.fixture.ts';
import { groupsBecoming, reachesOf } from './groups.ts';
import { localRolesIn } from './local-roles.ts';
import { parseOrganization } from './parse-organization.ts';

const organization = parseOrganization(staffed);
const becomes = (name: string, from = organization) =>
  from.groups.find((group) => group.name === name)?.becomes.map(({ account, role }) => `${role} ${account}`);

test.each([
  ['example-shop-dev', ['appeng', 'observer']],
  ['example-shop-prod', ['operator', 'observer']],
  ['example-delivery', []],
])('%s has the local roles %j', (name, roles) => {
  const account = accountsOf(organization).find((each) => each.name === name);
  expect(account && localRolesIn(account)).toEqual(roles);
});

test.each([
  ['shop-appeng', ['appeng example-shop-dev']],
  ['shop-operator', ['operator example-shop-prod', 'operator example-shop-dr']],
  ['shop-observer', ['observer example-shop-dev', 'observer example-shop-prod', 'observer example-shop-dr']],
  ['shop-telemetry', ['reader-shop example-shared-services']],
  ['shop-delivery', ['delivery-user example-delivery']],
  ['lab-delivery', ['delivery-user example-lab-delivery']],
  ['platform-engineers', ['controller example-delivery']],
  ['telemetry-readers', ['telemetry-reader example-shared-services']],
  ['auditors', accountsOf(organization).map(({ name }) => `auditor ${name}`)],
  [
    'security-administrators',
    [
      ...accountsOf(organization).map(({ name }) => `security-administrator ${name}`),
      'delivery-admin example-delivery',
      'delivery-admin example-lab-delivery',
    ],
  ],
  [
    'on-call',
    [
      'operator example-shop-prod',
      'operator example-shop-dr',
      'observer example-shop-prod',
      'observer example-shop-dr',
    ],
  ],
])('%s becomes exactly the roles of its unit', (name, roles) => {
  expect(becomes(name)).toEqual(roles);
});

test('a group that leads nowhere does not follow', () => {
  expect(becomes('lab-operator')).toBeUndefined();
  const onlySanitized = parseOrganization(exampleWith(['phases', 'dev', 'data'], 'sanitized'));
  expect(becomes('lab-operator', onlySanitized)).toEqual(['operator example-lab-dev']);
  expect(becomes('lab-appeng', onlySanitized)).toBeUndefined();
});

test('a group has the members that say so, and a person reaches each role of them once', () => {
  expect(organization.groups.find(({ name }) => name === 'on-call')?.members).toEqual(['cleo']);
  const both = parseOrganization(
    staffedWith(['enterprise', 'identity', 'people', 'cleo', 'groups'], ['on-call', 'shop-observer']),
  );
  expect(reachesOf(both, 'cleo').map(({ account, role }) => `${role} ${account}`)).toEqual([
    'observer example-shop-dev',
    'observer example-shop-prod',
    'observer example-shop-dr',
    'operator example-shop-prod',
    'operator example-shop-dr',
  ]);
  expect(reachesOf(both, 'nobody')).toEqual([]);
});

test('a role of an account knows the groups that become it', () => {
  const names = (account: string, role: 'observer' | 'auditor') =>
    groupsBecoming(organization, account, role).map(({ name }) => name);
  expect(names('example-shop-prod', 'observer')).toEqual(['shop-observer', 'on-call']);
  expect(names('example-lab-dev', 'observer')).toEqual(['lab-observer']);
  expect(names('example-delivery', 'auditor')).toEqual(['auditors']);
});

test("whatever the units, no unit's group has a role in an account of another unit", () => {
  const settings = fc.record({
    phases: fc.constantFrom(['dev'], ['prod'], ['dev', 'prod'], ['prod', 'dr'], ['dev', 'prod', 'dr']),
    delivery: fc.constantFrom('own', 'shared'),
  });
  const name = fc.stringMatching(/^[a-d](-[a-d])?$/);
  fc.assert(
    fc.property(fc.dictionary(name, settings, { minKeys: 2, maxKeys: 4 }), (units) => {
      const businessUnits = Object.fromEntries(
        Object.entries(units).map(([unit, { phases, delivery }]) => [
          unit,
          { owner: 'a@b.example', costCenter: 'CC', regions: ['eu-west-1'], phases, delivery },
        ]),
      );
      const { groups, ...rest } = parseOrganization({ ...example, businessUnits });
      const unitOf = new Map(accountsOf({ groups, ...rest }).map((account) => [account.name, account.unit]));
      for (const group of groups.filter(({ unit }) => unit !== 'enterprise')) {
        for (const { account } of group.becomes) expect(['enterprise', group.unit]).toContain(unitOf.get(account));
      }
    }),
  );
});
