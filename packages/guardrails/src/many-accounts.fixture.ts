import { type Organization, defineOrganization, parseOrganization } from '@bulkhead/model';

const phases = {
  sandbox: { purpose: 'learning', data: 'none', expires: '2027-06-30' },
  dev: { purpose: 'testing', data: 'synthetic' },
  stage: { purpose: 'promoted changes', data: 'sanitized' },
  prod: { purpose: 'customers', data: 'sensitive', protect: true },
} as const;

export interface ManyAccounts {
  /** Business units, of four accounts each. */
  readonly units: number;
  /** One from each of the first units' prod to the next one's; beyond the units, the same in stage, then in dev. */
  readonly grants: number;
  readonly policyLimits: 'classic' | 'current';
}

/** An organization of many accounts, with grants from as many accounts to as many others. */
export function manyAccounts({ units, grants, policyLimits }: ManyAccounts): Organization {
  const names = Array.from({ length: units }, (_, index) => `unit-${index}`);
  const granting = (['prod', 'stage', 'dev'] as const).flatMap((phase) =>
    names.map((unit, index) => ({ phase, unit, next: names[(index + 1) % units] ?? '' })),
  );
  return parseOrganization(
    defineOrganization({
      name: 'example',
      regions: { home: 'eu-west-1' },
      accountEmail: 'aws+{account}@example.com',
      enterprise: {
        owner: 'platform@example.com',
        costCenter: 'CC-1',
        identity: { signIn: 'identity-center' },
        sharedServices: { retention: { years: 7 } },
        delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
        guardrails: { policyLimits },
      },
      phases,
      businessUnits: Object.fromEntries(
        names.map((unit) => [
          unit,
          {
            owner: `${unit}@example.com`,
            costCenter: 'CC-2',
            phases: ['sandbox', 'dev', 'stage', 'prod'] as const,
            stores: { orders: { kind: 'bucket' as const } },
            workloads: { loader: { runsOn: 'ecs' as const } },
          },
        ]),
      ),
      grants: Object.fromEntries(
        granting.slice(0, grants).map(({ phase, unit, next }) => [
          `${unit}-${phase}`,
          {
            from: { unit, phase, role: 'loader' },
            to: { unit: next, phase, store: 'orders' },
            what: 'read-data' as const,
            reason: 'reports',
          },
        ]),
      ),
    }),
  );
}
