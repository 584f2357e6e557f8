import { type Lock, type OrganizationDefinition, defineOrganization, parseOrganization } from '@bulkhead/model';
import { App, Testing } from 'cdktf';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';
import { runtimeStacks } from '../runtime-stacks.ts';

const unit = { owner: 'shop@example.com', costCenter: 'CC-2' };

/** Two units, each with a workload in dev and prod; those of `bi` are granted something of `shop`. */
export const grantedDefinition = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1' },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
  },
  phases: {
    dev: { purpose: 'testing', data: 'synthetic' },
    prod: { purpose: 'customers', data: 'sensitive', protect: true },
  },
  businessUnits: {
    shop: {
      ...unit,
      phases: ['dev', 'prod'],
      stores: { orders: { kind: 'bucket' }, events: { kind: 'queue', phases: ['prod'] } },
      workloads: { web: { runsOn: 'ec2' } },
    },
    bi: { ...unit, phases: ['dev', 'prod'], workloads: { loader: { runsOn: 'batch' }, report: { runsOn: 'lambda' } } },
  },
  grants: {
    'bi-reads-orders': {
      from: { unit: 'bi', phase: 'prod', role: 'loader' },
      to: { unit: 'shop', phase: 'prod', store: 'orders' },
      what: 'read-data',
      reason: 'sales by day',
    },
    'bi-consumes-events': {
      from: { unit: 'bi', phase: 'prod', role: 'loader' },
      to: { unit: 'shop', phase: 'prod', store: 'events' },
      what: 'consume',
      reason: 'sales as they come',
    },
    'bi-operators-read-orders': {
      from: { unit: 'bi', phase: 'prod', role: 'operator' },
      to: { unit: 'shop', phase: 'prod', store: 'orders' },
      what: 'read-data',
      reason: 'what the loader could not read',
    },
  },
  exceptions: {
    'bi-operators': {
      of: { grant: 'bi-operators-read-orders' },
      owner: 'bi@example.com',
      reason: 'until the loader says what it skips',
      until: '2027-06-30',
    },
  },
});

const names = [
  'identity',
  'shared-services',
  'delivery',
  'shop-dev',
  'shop-prod',
  'bi-dev',
  'bi-prod',
  'shop-stage',
  'bi-stage',
];
export const grantedLock: Lock = {
  organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
  accounts: Object.fromEntries(
    names.map((name, index) => [`example-${name}`, { id: String(0x10 + index).padStart(12, '0') }]),
  ),
  sharedServices: {
    keys: { 'eu-west-1': 'arn:aws:kms:eu-west-1:000000000017:x/1' },
    sinks: { 'eu-west-1': 'arn:aws:oam:eu-west-1:000000000017:x/1' },
  },
};

export const idOf = (name: string): string => grantedLock.accounts?.[name]?.id ?? '';

export const stacksOf = (definition: OrganizationDefinition = grantedDefinition): readonly RuntimeAccountStack[] =>
  runtimeStacks(new App(), { organization: parseOrganization(definition), lock: grantedLock, folder: '/organization' });

export type Resource = Readonly<Record<string, unknown>>;

/** Resources of an account by address. */
export function resourcesOf(
  account: string,
  stacks: readonly RuntimeAccountStack[] = stacksOf(),
): Readonly<Record<string, Resource>> {
  const stack = stacks.find(({ node }) => node.id === account);
  if (!stack) throw new Error(`no stack ${account}`);
  const { resource } = JSON.parse(Testing.synth(stack, true)) as {
    resource: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
  };
  return Object.fromEntries(
    Object.entries(resource).flatMap(([type, all]) => Object.entries(all).map(([id, each]) => [`${type}.${id}`, each])),
  );
}
