import { type OrganizationDefinition, atMost, defineOrganization, usdPerMonth } from './definition.ts';

/** An organization with one of each: two units, a capped phase, a protected one, and one that follows another. */
export const example: OrganizationDefinition = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1', further: ['eu-central-1', 'us-east-1'] },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    budget: usdPerMonth('100'),
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
  },
  phases: {
    dev: { purpose: 'testing', data: 'synthetic', limits: [atMost(50, 'm5.12xlarge')], budget: usdPerMonth('200') },
    prod: {
      purpose: 'customers',
      data: 'sensitive',
      limits: [atMost(200, 'm5.12xlarge')],
      otherVcpu: 100,
      budget: usdPerMonth('3000.50'),
      protect: true,
    },
    dr: { purpose: 'disaster recovery', follows: 'prod', regions: ['eu-central-1'] },
  },
  businessUnits: {
    shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['dev', 'prod', 'dr'], regions: ['eu-west-1'] },
    lab: {
      owner: 'lab@example.com',
      costCenter: 'CC-3',
      phases: ['dev'],
      regions: ['us-east-1', 'eu-west-1', 'eu-central-1'],
      delivery: 'own',
      overrides: { dev: { budget: usdPerMonth('50') } },
    },
  },
});

/** The example with everything that may be left out: people, groups, pipelines of a unit, images, alarms, guardrails. */
export const staffed: OrganizationDefinition = defineOrganization<string>({
  ...example,
  enterprise: {
    ...example.enterprise,
    identity: {
      signIn: 'iam-users',
      people: {
        'anna.keller': { name: 'Anna Keller', email: 'anna@example.com', unit: 'shop', groups: ['shop-appeng'] },
        'ben.okafor': { name: 'Ben Okafor', email: 'ben@example.com', unit: 'lab', groups: ['lab-appeng'] },
        cleo: {
          name: 'Cleo',
          email: 'cleo@example.com',
          unit: 'shop',
          alsoIn: ['lab'],
          groups: ['on-call', 'lab-observer'],
        },
        dana: { name: 'Dana Ito', email: 'dana@example.com', unit: 'enterprise', groups: ['auditors'] },
      },
      groups: { 'on-call': { unit: 'shop', roles: ['operator', 'observer'], phases: ['prod', 'dr'] } },
      secondFactor: { minutes: 30 },
    },
    sharedServices: {
      retention: { years: 7 },
      alarms: { security: ['security@example.com'] },
      dataEvents: 'all',
      delegated: ['inspector2.amazonaws.com'],
    },
    delivery: {
      pipelines: [
        {
          github: 'example/platform',
          environments: ['prod', { name: 'dev', plan: 'look', phases: ['dev'], protected: false }],
        },
      ],
      images: ['platform/base'],
    },
    guardrails: {
      policyLimits: 'current',
      trustedAccounts: [
        { account: '999900000001', services: ['s3'], owner: 'partner@example.com', reason: 'takes orders over' },
      ],
    },
  },
  phases: { ...example.phases, dev: { purpose: 'testing', data: 'synthetic', sessionHours: 10 } },
  businessUnits: {
    shop: {
      owner: 'shop@example.com',
      costCenter: 'CC-2',
      phases: ['dev', 'prod', 'dr'],
      regions: ['eu-west-1', 'us-east-1'],
      images: ['shop/web'],
    },
    lab: {
      owner: 'lab@example.com',
      costCenter: 'CC-3',
      phases: ['dev'],
      delivery: 'own',
      pipelines: [
        { gitlab: 'lab/tools/platform', environments: [{ name: 'dev', branch: 'main', planBranch: 'develop' }] },
      ],
      images: ['platform/base'],
    },
  },
});

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** The example with one value changed: `['phases', 'dev', 'data']` set to `'sensitive'`. */
export function exampleWith(path: readonly (string | number)[], value: Json): unknown {
  return changed(example, path, value);
}

/** The staffed example with one value changed. */
export function staffedWith(path: readonly (string | number)[], value: Json): unknown {
  return changed(staffed, path, value);
}

function changed(definition: OrganizationDefinition, path: readonly (string | number)[], value: Json): unknown {
  const copy: unknown = structuredClone(definition);
  const parent = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, unknown>)[key], copy);
  const last = path.at(-1);
  if (last === undefined) return value;
  (parent as Record<string | number, unknown>)[last] = value;
  return copy;
}
