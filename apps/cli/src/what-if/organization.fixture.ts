import { type OrganizationDefinition, atMost, usdPerMonth } from '@bulkhead/model';

/** A small organization whose units, allowance and budget a test chooses. */
export function wide({
  units = { shop: ['dev'] },
  otherVcpu = 40,
  budget = '200.50',
  accountQuota,
}: {
  readonly units?: Readonly<Record<string, readonly 'dev'[]>>;
  readonly otherVcpu?: number;
  readonly budget?: string;
  readonly accountQuota?: number;
} = {}): OrganizationDefinition {
  return {
    name: 'wide',
    regions: { home: 'eu-west-1' },
    accountEmail: 'aws+{account}@example.com',
    ...(accountQuota !== undefined && { accountQuota }),
    enterprise: {
      owner: 'platform@example.com',
      costCenter: 'CC-1',
      identity: { signIn: 'iam-users' },
      sharedServices: { retention: { years: 1 } },
      delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
    },
    phases: {
      dev: {
        purpose: 'testing',
        data: 'synthetic',
        limits: [atMost(1, 'p3dn.24xlarge')],
        otherVcpu,
        budget: usdPerMonth(budget),
      },
    },
    businessUnits: Object.fromEntries(
      Object.entries(units).map(([name, phases]) => [name, { owner: 'shop@example.com', costCenter: 'CC-2', phases }]),
    ),
  };
}
