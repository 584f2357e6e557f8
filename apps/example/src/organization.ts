import { atMost, defineOrganization, usdPerMonth } from '@bulkhead/model';

export const example = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1' },
  accountEmail: 'aws+{account}@example.com',

  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 1 } },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
  },

  phases: {
    dev: {
      purpose: 'testing changes rapidly',
      data: 'synthetic',
      limits: [atMost(2, 'm5.large')],
      atCap: 'freeze',
      budget: usdPerMonth('500'),
    },
    prod: { purpose: 'customers', data: 'sensitive', otherVcpu: 32, budget: usdPerMonth('2000'), protect: true },
  },

  businessUnits: {
    shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['dev', 'prod'] },
  },
});
