import { defineOrganization } from './definition.ts';

/** Two units in every phase, with stores, workloads, grants that go across, and one that goes up for a while. */
export const crossing = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1', further: ['eu-central-1'] },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
  },
  phases: {
    sandbox: { purpose: 'learning', data: 'none', expires: '2027-06-30' },
    dev: { purpose: 'testing', data: 'synthetic' },
    stage: { purpose: 'promoted changes', data: 'sanitized' },
    prod: { purpose: 'customers', data: 'sensitive', protect: true },
    dr: { purpose: 'taking over', follows: 'prod', regions: ['eu-central-1'] },
  },
  businessUnits: {
    shop: {
      owner: 'shop@example.com',
      costCenter: 'CC-2',
      phases: ['dev', 'stage', 'prod', 'dr'],
      regions: ['eu-west-1'],
      stores: { orders: { kind: 'bucket' }, events: { kind: 'queue', phases: ['stage', 'prod'] } },
      workloads: { web: { runsOn: 'ecs' } },
    },
    lab: {
      owner: 'lab@example.com',
      costCenter: 'CC-3',
      phases: ['sandbox', 'dev', 'prod'],
      regions: ['eu-west-1'],
      workloads: { loader: { runsOn: 'batch' } },
    },
  },
  grants: {
    nightly: {
      from: { unit: 'lab', phase: 'prod', role: 'loader' },
      to: { unit: 'shop', phase: 'prod', store: 'orders' },
      what: 'read-data',
      reason: 'orders go into the warehouse',
    },
    trial: {
      from: { unit: 'lab', phase: 'dev', role: 'loader' },
      to: { unit: 'shop', phase: 'prod', store: 'orders' },
      what: 'read-data',
      reason: 'a forecast is fitted to them',
    },
  },
  exceptions: {
    forecast: {
      of: { grant: 'trial' },
      owner: 'lab@example.com',
      reason: 'until it runs in prod',
      until: '2027-03-31',
    },
  },
});

type Json = string | number | boolean | undefined | readonly Json[] | { readonly [key: string]: Json };
export type Edit = readonly [path: string, value: Json];

/** The definition with values set at paths; undefined takes the key away. */
export function crossingWith(...edits: readonly Edit[]): unknown {
  const copy: unknown = structuredClone(crossing);
  for (const [path, value] of edits) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<Record<string, unknown>>(
      (at, key) => (at[key] ??= {}) as Record<string, unknown>,
      copy as Record<string, unknown>,
    );
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
  }
  return copy;
}
