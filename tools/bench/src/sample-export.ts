import { type Lock, type Organization, accountsOf } from '@bulkhead/model';
import type { SampleInput } from '@bulkhead/sample-billing';

/** Charges as the accounts of a deployed organization would make them; the same input gives the same charges. */
export function sampleInputOf(organization: Organization, lock: Lock, months: number): SampleInput {
  return {
    organization: organization.name,
    managementAccountId: lock.organization?.managementAccountId ?? '',
    accounts: accountsOf(organization).map(({ name, unit, phase, regions, budget }) => ({
      id: lock.accounts?.[name]?.id ?? '',
      name,
      unit,
      phase,
      regions,
      budget: budget?.amount ?? null,
    })),
    lastMonth: '2026-10',
    months,
    seed: 'bench',
  };
}
