import { atMost, defineOrganization, usdPerMonth } from '@bulkhead/model';

export const acme = defineOrganization({
  name: 'acme',
  regions: { home: 'eu-west-1', further: ['eu-central-1', 'us-east-1'] },
  accountEmail: 'aws+{account}@acme.example',

  enterprise: {
    owner: 'platform@acme.example',
    costCenter: 'CC-001',
    budget: usdPerMonth('12000'),
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [{ github: 'acme/platform', environments: ['prod'] }] },
  },

  phases: {
    sandbox: {
      purpose: 'learning and trying out',
      data: 'none',
      otherVcpu: 64,
      instanceTypes: ['t3.micro', 't3.medium', 'm5.large', 'm5.xlarge'],
      atCap: 'freeze',
      budget: usdPerMonth('3000'),
    },
    dev: {
      purpose: 'testing changes rapidly',
      data: 'synthetic',
      limits: [atMost(50, 'm5.12xlarge')],
      otherVcpu: 256,
      atCap: 'freeze',
      budget: usdPerMonth('20000'),
    },
    stage: {
      purpose: 'promoted changes against a large data set',
      data: 'sanitized',
      limits: [atMost(50, 'm5.12xlarge'), atMost(20, 'r5.8xlarge')],
      otherVcpu: 256,
      budget: usdPerMonth('40000'),
    },
    prod: {
      purpose: 'customers',
      data: 'sensitive',
      limits: [atMost(200, 'm5.12xlarge')],
      otherVcpu: 1024,
      budget: usdPerMonth('300000'),
      protect: true,
    },
    dr: {
      purpose: 'taking over from prod in another region',
      follows: 'prod',
      regions: ['eu-central-1'],
      budget: usdPerMonth('30000'),
    },
  },

  businessUnits: {
    retail: {
      owner: 'retail-platform@acme.example',
      costCenter: 'CC-100',
      regions: ['eu-west-1'],
      phases: ['dev', 'stage', 'prod', 'dr'],
    },
    bi: {
      owner: 'bi-platform@acme.example',
      costCenter: 'CC-200',
      regions: ['eu-west-1', 'eu-central-1'],
      phases: ['sandbox', 'dev', 'prod'],
      overrides: { prod: { budget: usdPerMonth('120000') } },
    },
    // newly acquired: its own region, its own delivery account, a smaller allowance
    startup: {
      owner: 'cto@startup.example',
      costCenter: 'CC-900',
      regions: ['us-east-1'],
      phases: ['dev', 'prod'],
      delivery: 'own',
      overrides: {
        dev: { limits: [atMost(4, 'm5.12xlarge')], otherVcpu: 64, budget: usdPerMonth('5000') },
        prod: { limits: [atMost(20, 'm5.12xlarge')], otherVcpu: 128, budget: usdPerMonth('25000') },
      },
    },
  },
});
