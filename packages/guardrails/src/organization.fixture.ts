import {
  type Organization,
  type OrganizationDefinition,
  atMost,
  defineOrganization,
  parseOrganization,
} from '@bulkhead/model';

/** One of each: a phase that lists types, one that caps and freezes, one that does neither; a unit in one Region only. */
export const exampleDefinition: OrganizationDefinition = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1', further: ['us-east-1'] },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
    guardrails: {
      trustedAccounts: [
        { account: '999900000001', services: ['s3', 'sts'], owner: 'shop@example.com', reason: 'settlement files' },
      ],
    },
  },
  phases: {
    sandbox: {
      purpose: 'learning',
      data: 'none',
      otherVcpu: 64,
      instanceTypes: ['t3.micro'],
      atCap: 'freeze',
      expires: '2027-06-30',
    },
    dev: { purpose: 'testing', data: 'synthetic', limits: [atMost(50, 'm5.12xlarge')], atCap: 'freeze' },
    prod: { purpose: 'customers', data: 'sensitive', limits: [atMost(200, 'm5.12xlarge')], protect: true },
  },
  businessUnits: {
    shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['sandbox', 'dev', 'prod'] },
    lab: {
      owner: 'lab@example.com',
      costCenter: 'CC-3',
      phases: ['sandbox', 'dev'],
      regions: ['us-east-1'],
      delivery: 'own',
      pipelines: [{ gitlab: 'lab/platform', environments: [{ name: 'prod', branch: 'main', planBranch: 'develop' }] }],
      overrides: {
        sandbox: { instanceTypes: ['t3.micro', 'm5.large'] },
        dev: { limits: [atMost(4, 'r5.large')] },
      },
    },
  },
});

export const example: Organization = parseOrganization(exampleDefinition);
