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

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** The example with one value changed: `['phases', 'dev', 'data']` set to `'sensitive'`. */
export function exampleWith(path: readonly (string | number)[], value: Json): unknown {
  const copy: unknown = structuredClone(example);
  const parent = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, unknown>)[key], copy);
  const last = path.at(-1);
  if (last === undefined) return value;
  (parent as Record<string | number, unknown>)[last] = value;
  return copy;
}
