import { atMost, parseOrganization, usdPerMonth } from '@bulkhead/model';
import { organizationAttribution } from './organization-attribution.ts';

const organization = parseOrganization({
  name: 'example',
  regions: { home: 'eu-west-1' },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    budget: usdPerMonth('100'),
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 1 } },
    delivery: { pipelines: [] },
  },
  phases: {
    dev: { purpose: 'testing', data: 'synthetic', limits: [atMost(1, 'm5.large')], budget: usdPerMonth('19.50') },
    prod: { purpose: 'customers', data: 'sanitized' },
  },
  businessUnits: {
    shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['dev', 'prod'], delivery: 'own' },
  },
});

const lock = {
  organization: { managementAccountId: '000000000001' },
  accounts: {
    'example-shared-services': { id: '000000000002' },
    'example-shop-delivery': { id: '000000000003' },
    'example-shop-dev': { id: '000000000004' },
  },
};

test('an account belongs to its unit and phase, those that exist once to the enterprise', () => {
  expect(Object.fromEntries(organizationAttribution(organization, lock).owners)).toEqual({
    '000000000001': { unit: 'enterprise', phase: 'management' },
    '000000000002': { unit: 'enterprise', phase: 'shared-services' },
    '000000000003': { unit: 'shop', phase: 'delivery' },
    '000000000004': { unit: 'shop', phase: 'dev' },
  });
});

test('every unit and phase has a cell with its budget, deployed or not', () => {
  const { cells } = organizationAttribution(organization, {});
  expect(cells.map(({ unit, phase, budget }) => `${unit} ${phase} ${String(budget)}`)).toEqual([
    'enterprise management null',
    'enterprise identity 100',
    'enterprise shared-services 100',
    'enterprise delivery 100',
    'shop delivery 100',
    'shop dev 19.50',
    'shop prod null',
  ]);
});

test.each([
  ['closing', '19.50'],
  ['closed', null],
] as const)(
  'the spend of a %s account keeps its unit and phase, so that reports of earlier months stay whole',
  (life, budget) => {
    const businessUnits = organization.businessUnits.map((unit) => ({
      ...unit,
      phases: unit.phases.map((phase) => (phase.name === 'dev' ? { ...phase, life } : phase)),
    }));
    const { owners, cells } = organizationAttribution({ ...organization, businessUnits }, lock);
    expect(owners.get('000000000004')).toEqual({ unit: 'shop', phase: 'dev' });
    expect(cells).toContainEqual({ unit: 'shop', phase: 'dev', budget });
  },
);
