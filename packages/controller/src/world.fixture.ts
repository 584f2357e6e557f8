import {
  type Lock,
  type OrganizationDefinition,
  atMost,
  defineOrganization,
  parseOrganization,
  quotaPools,
  runtimeAccountsOf,
  usdPerMonth,
} from '@bulkhead/model';
import type { ListedAccount } from './account-directory.ts';
import type { BudgetState } from './budget-ledger.ts';
import { inMemoryAccountDirectory } from './in-memory-account-directory.ts';
import { inMemoryBudgetLedger } from './in-memory-budget-ledger.ts';
import {
  type InMemoryQuotaDesk,
  type QuotaWorld,
  type SeededQuota,
  inMemoryQuotaDesk,
} from './in-memory-quota-desk.ts';
import { type SeededUsage, inMemoryUsageMeter } from './in-memory-usage-meter.ts';
import type { Sources } from './observe-limits.ts';
import type { Reconciliation } from './reconcile.ts';

export const now = '2026-11-24T07:00:00.000Z';
export const standard = 'L-1216C47A';

/** A phase that caps one type, one that caps two pools in two Regions, one that lists types, one that limits nothing. */
export const definition: OrganizationDefinition = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1', further: ['us-east-1', 'eu-central-1'] },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [] },
  },
  phases: {
    sandbox: { purpose: 'learning', data: 'none', otherVcpu: 64, instanceTypes: ['t3.micro'], expires: '2027-06-30' },
    dev: {
      purpose: 'testing',
      data: 'synthetic',
      limits: [atMost(50, 'm5.12xlarge')],
      atCap: 'freeze',
      budget: usdPerMonth('200'),
    },
    prod: {
      purpose: 'customers',
      data: 'sensitive',
      limits: [atMost(200, 'm5.12xlarge'), atMost(2, 'p4d.24xlarge')],
      otherVcpu: 100,
      budget: usdPerMonth('3000.50'),
      protect: true,
    },
    dr: { purpose: 'disaster recovery', follows: 'prod', regions: ['eu-central-1'] },
    open: { purpose: 'anything', data: 'none' },
  },
  businessUnits: {
    shop: {
      owner: 'shop@example.com',
      costCenter: 'CC-2',
      phases: ['sandbox', 'dev', 'prod', 'dr', 'open'],
      regions: ['eu-west-1'],
      overrides: { prod: { regions: ['eu-west-1', 'us-east-1'] } },
    },
    lab: {
      owner: 'lab@example.com',
      costCenter: 'CC-3',
      phases: ['dev'],
      regions: ['us-east-1'],
      overrides: { dev: { limits: [atMost(4, 'r5.large')] } },
    },
  },
});

export const organization = parseOrganization(definition);
export const runtimeAccounts = runtimeAccountsOf(organization);

/** The id that the lock has for an account. */
export function idOf(name: string): string {
  const index = runtimeAccounts.findIndex((account) => account.name === name);
  if (index < 0) throw new Error(`the fixture has no account ${name}`);
  return String(index + 11).padStart(12, '0');
}

export const lock: Lock = {
  accounts: Object.fromEntries(runtimeAccounts.map(({ name }) => [name, { id: idOf(name) }])),
};

export const listedAccounts: readonly ListedAccount[] = runtimeAccounts.map(({ name }) => ({
  id: idOf(name),
  name,
  state: 'active',
}));

/** Every On-Demand quota in every place of the organization, as AWS gives it to a new account. */
export const newQuotas: readonly SeededQuota[] = runtimeAccounts.flatMap(({ name, regions }) =>
  regions.flatMap((region) =>
    quotaPools.map(({ onDemandQuotaCode, defaultVcpu }): SeededQuota => ({
      place: { accountId: idOf(name), region },
      quotaCode: onDemandQuotaCode,
      vcpu: defaultVcpu,
      source: 'default',
      adjustable: true,
    })),
  ),
);

export interface World extends Sources {
  readonly desk: InMemoryQuotaDesk;
}

/** The organization in memory, with what differs from a new one. */
export function worldWith(
  differs: Partial<QuotaWorld> & {
    readonly accounts?: readonly ListedAccount[];
    readonly usage?: readonly SeededUsage[];
    readonly budgets?: readonly BudgetState[];
  } = {},
): World {
  const budgets = ['example-shop-dev', 'example-shop-prod', 'example-lab-dev', 'example-shop-dr'].map((name) => ({
    name,
    limit: '200',
    actual: '12.34',
    forecast: null,
  }));
  return {
    directory: inMemoryAccountDirectory(differs.accounts ?? listedAccounts),
    desk: inMemoryQuotaDesk({ quotas: newQuotas, now: () => now, ...differs }),
    meter: inMemoryUsageMeter(differs.usage ?? []),
    ledger: inMemoryBudgetLedger(differs.budgets ?? budgets),
  };
}

/** What `planOrganization` and `reconcile` take. */
export const reconciliationOf = (sources: Sources): Reconciliation => ({
  organization,
  lock,
  sources,
  now,
  guardDeployed: false,
});
