import { atMost, defineOrganization, usdPerMonth } from '@bulkhead/model';

export const acme = defineOrganization({
  name: 'acme',
  regions: { home: 'eu-west-1', further: ['eu-central-1', 'us-east-1'] },
  accountEmail: 'aws+{account}@acme.example',
  accountQuota: 50,

  enterprise: {
    owner: 'platform@acme.example',
    costCenter: 'CC-001',
    budget: usdPerMonth('12000'),
    identity: {
      signIn: 'iam-users',
      secondFactor: { minutes: 60 },
      people: {
        'anna.keller': {
          name: 'Anna Keller',
          email: 'anna.keller@acme.example',
          unit: 'retail',
          groups: ['retail-appeng', 'retail-observer', 'retail-telemetry'],
        },
        'luis.ferreira': {
          name: 'Luis Ferreira',
          email: 'luis.ferreira@acme.example',
          unit: 'retail',
          groups: ['retail-operator', 'retail-observer', 'retail-delivery', 'retail-on-call'],
        },
        'mina.sato': {
          name: 'Mina Sato',
          email: 'mina.sato@acme.example',
          unit: 'bi',
          groups: ['bi-appeng', 'bi-observer'],
        },
        'jonas.weber': {
          name: 'Jonas Weber',
          email: 'jonas.weber@acme.example',
          unit: 'bi',
          groups: ['bi-operator', 'bi-telemetry', 'bi-delivery'],
        },
        'priya.nair': {
          name: 'Priya Nair',
          email: 'priya@startup.example',
          unit: 'startup',
          groups: ['startup-appeng', 'startup-operator', 'startup-delivery'],
        },
        // brings retail's events into the warehouse of bi
        'sofia.rossi': {
          name: 'Sofia Rossi',
          email: 'sofia.rossi@acme.example',
          unit: 'retail',
          alsoIn: ['bi'],
          groups: ['retail-appeng', 'bi-observer'],
        },
        'tom.brandt': {
          name: 'Tom Brandt',
          email: 'tom.brandt@acme.example',
          unit: 'enterprise',
          groups: ['security-administrators'],
        },
        'eva.lind': {
          name: 'Eva Lind',
          email: 'eva.lind@acme.example',
          unit: 'enterprise',
          groups: ['auditors', 'telemetry-readers'],
        },
      },
      groups: {
        'retail-on-call': { unit: 'retail', roles: ['operator'], phases: ['prod', 'dr'] },
      },
    },
    sharedServices: {
      retention: { years: 7 },
      alarms: { security: ['security@acme.example'], operations: ['platform@acme.example'] },
    },
    delivery: {
      pipelines: [{ github: 'acme/platform', environments: ['prod'] }],
      images: ['platform/base'],
    },
    guardrails: {
      trustedAccounts: [
        {
          account: '333300000001',
          services: ['s3', 'kms'],
          owner: 'bi-platform@acme.example',
          reason: 'the payment provider drops its settlement files',
        },
      ],
    },
  },

  phases: {
    sandbox: {
      purpose: 'learning and trying out',
      data: 'none',
      otherVcpu: 64,
      instanceTypes: ['t3.micro', 't3.medium', 'm5.large', 'm5.xlarge'],
      atCap: 'freeze',
      budget: usdPerMonth('3000'),
      expires: '2027-06-30',
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
      images: ['retail/shop'],
      stores: {
        orders: { kind: 'bucket' },
        events: { kind: 'queue', phases: ['stage', 'prod', 'dr'] },
        'orders-sanitized': { kind: 'bucket', phases: ['stage'] },
      },
      workloads: {
        shop: { runsOn: 'ecs' },
        sanitizer: { runsOn: 'lambda', phases: ['prod'] },
      },
    },
    bi: {
      owner: 'bi-platform@acme.example',
      costCenter: 'CC-200',
      regions: ['eu-west-1', 'eu-central-1'],
      phases: ['sandbox', 'dev', 'prod'],
      overrides: { prod: { budget: usdPerMonth('120000') } },
      stores: { warehouse: { kind: 'table' } },
      workloads: { loader: { runsOn: 'batch', phases: ['dev', 'prod'] } },
    },
    // newly acquired: its own region, its own delivery account and pipelines, a smaller allowance
    startup: {
      owner: 'cto@startup.example',
      costCenter: 'CC-900',
      regions: ['us-east-1'],
      phases: ['dev', 'prod'],
      delivery: 'own',
      pipelines: [
        { gitlab: 'startup/platform', environments: [{ name: 'prod', branch: 'main', planBranch: 'develop' }] },
      ],
      overrides: {
        dev: { limits: [atMost(4, 'm5.12xlarge')], otherVcpu: 64, budget: usdPerMonth('5000') },
        prod: { limits: [atMost(20, 'm5.12xlarge')], otherVcpu: 128, budget: usdPerMonth('25000') },
      },
      stores: { leads: { kind: 'topic' } },
      workloads: { web: { runsOn: 'ec2' } },
    },
  },

  grants: {
    'retail-publishes-sanitized': {
      from: { unit: 'retail', phase: 'prod', role: 'sanitizer' },
      to: { unit: 'retail', phase: 'stage', store: 'orders-sanitized' },
      what: 'write-data',
      reason: 'changes are tried against orders of a true size, without customers in them',
    },
    'bi-reads-orders': {
      from: { unit: 'bi', phase: 'prod', role: 'loader' },
      to: { unit: 'retail', phase: 'prod', store: 'orders' },
      what: 'read-data',
      reason: 'orders go into the warehouse every night',
    },
    'bi-consumes-events': {
      from: { unit: 'bi', phase: 'prod', role: 'loader' },
      to: { unit: 'retail', phase: 'prod', store: 'events' },
      what: 'consume',
      reason: 'what happens in the shop is in the warehouse within minutes',
    },
    'bi-dev-reads-orders': {
      from: { unit: 'bi', phase: 'dev', role: 'loader' },
      to: { unit: 'retail', phase: 'prod', store: 'orders' },
      what: 'read-data',
      reason: 'the forecast is fitted to orders as they are',
    },
  },

  exceptions: {
    'bi-models-orders': {
      of: { grant: 'bi-dev-reads-orders' },
      owner: 'bi-platform@acme.example',
      reason: 'until the forecast runs in prod, where the data is',
      until: '2027-06-30',
    },
  },
});
