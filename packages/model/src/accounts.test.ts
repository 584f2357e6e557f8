import { accountsOf, findAccount } from './accounts.ts';
import { example, exampleWith } from './definition.fixture.ts';
import { organizationalUnitsOf } from './organizational-units.ts';
import { parseOrganization } from './parse-organization.ts';

const organization = parseOrganization(example);

test('an organization has the accounts that exist once, and one per unit and phase', () => {
  expect(accountsOf(organization).map(({ name }) => name)).toEqual([
    'example-identity',
    'example-shared-services',
    'example-delivery',
    'example-lab-delivery',
    'example-shop-dev',
    'example-shop-prod',
    'example-shop-dr',
    'example-lab-dev',
  ]);
});

test('accounts stand under Enterprise and under the phase, whose units come after their parents', () => {
  expect(accountsOf(organization).map(({ organizationalUnit }) => organizationalUnit)).toEqual([
    ...Array.from({ length: 4 }, () => 'Enterprise'),
    'Runtime/Dev',
    'Runtime/Prod',
    'Runtime/Dr',
    'Runtime/Dev',
  ]);
  expect(organizationalUnitsOf(organization)).toEqual([
    'Enterprise',
    'Runtime',
    'Runtime/Dev',
    'Runtime/Prod',
    'Runtime/Dr',
    'Suspended',
  ]);
});

test('a runtime account carries who owns it, what it holds and who pays', () => {
  expect(findAccount(organization, 'example-shop-prod')).toMatchObject({
    email: 'aws+example-shop-prod@example.com',
    dataClass: 'sensitive',
    protect: true,
    budget: { amount: '3000.50' },
    tags: {
      BusinessUnit: 'shop',
      Phase: 'prod',
      DataClass: 'sensitive',
      CostCenter: 'CC-2',
      Owner: 'shop@example.com',
    },
  });
});

test('a phase that follows another one takes its limits, data and protection, but not its Regions', () => {
  const prod = findAccount(organization, 'example-shop-prod');
  const dr = findAccount(organization, 'example-shop-dr');
  expect(dr).toMatchObject({ dataClass: 'sensitive', protect: true, regions: ['eu-central-1'] });
  expect(prod).toMatchObject({ regions: ['eu-west-1'] });
  expect(dr?.kind === 'runtime' && dr.rules.limits).toEqual(prod?.kind === 'runtime' && prod.rules.limits);
});

test("a follower takes what its unit's own phase has, where that differs", () => {
  const overrides = { prod: { otherVcpu: 8, limits: [{ atMost: 2, instanceType: 'm5.large' }] } };
  const account = findAccount(
    parseOrganization(exampleWith(['businessUnits', 'shop', 'overrides'], overrides)),
    'example-shop-dr',
  );
  expect(account).toMatchObject({ rules: { otherVcpu: 8, limits: [{ atMost: 2, instanceType: 'm5.large' }] } });
});

test('a follower keeps a cap whose shares are for Regions of the phase that it follows', () => {
  const limits = [{ atMost: 4, instanceType: 'm5.large', perRegion: { 'eu-west-1': 4 } }];
  const account = findAccount(parseOrganization(exampleWith(['phases', 'prod', 'limits'], limits)), 'example-shop-dr');
  expect(account).toMatchObject({ rules: { limits: [{ atMost: 4, instanceType: 'm5.large' }] } });
});

test('an override of a unit changes nothing for the others', () => {
  expect(findAccount(organization, 'example-lab-dev')?.budget?.amount).toBe('50');
  expect(findAccount(organization, 'example-shop-dev')?.budget?.amount).toBe('200');
});

test('shared services stand in every Region that an account uses, home first', () => {
  expect(findAccount(organization, 'example-shared-services')?.regions).toEqual([
    'eu-west-1',
    'eu-central-1',
    'us-east-1',
  ]);
  const withoutLab = exampleWith(['businessUnits', 'lab', 'regions'], ['eu-west-1']);
  expect(findAccount(parseOrganization(withoutLab), 'example-shared-services')?.regions).toEqual([
    'eu-west-1',
    'eu-central-1',
  ]);
});

test('the accounts that exist once are protected', () => {
  expect(
    accountsOf(organization)
      .filter(({ kind }) => kind !== 'runtime')
      .map(({ protect }) => protect),
  ).toEqual([true, true, true, true]);
});
