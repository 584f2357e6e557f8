import { type Lock, type Organization, closedAccountsOf, enterpriseUnit, reportedAccountsOf } from '@bulkhead/model';
import type { Attribution, Owner } from './attribution.ts';

/** How reports call the phase of the account that pays for all others. */
const managementPhase = 'management';

/**
 * Who owns the spend of each account of an organization, by the ids in its lock, and what each unit and phase may spend.
 *
 * A closed account keeps what it cost, and may spend nothing more. Accounts that are not in the lock are not there yet and cost nothing; the management account belongs to the enterprise.
 */
export function organizationAttribution(organization: Organization, lock: Lock): Attribution {
  const accounts = reportedAccountsOf(organization);
  const closed = new Set(closedAccountsOf(organization).map(({ name }) => name));
  const managementId = lock.organization?.managementAccountId;
  const owners = new Map<string, Owner>();
  if (managementId !== undefined) owners.set(managementId, { unit: enterpriseUnit, phase: managementPhase });
  for (const { name, unit, phase } of accounts) {
    const id = lock.accounts?.[name]?.id;
    if (id !== undefined) owners.set(id, { unit, phase });
  }
  const units = [enterpriseUnit, ...organization.businessUnits.map(({ name }) => name)];
  return {
    owners,
    cells: [
      { unit: enterpriseUnit, phase: managementPhase, budget: null },
      ...units.flatMap((unit) =>
        accounts
          .filter((account) => account.unit === unit)
          .map(({ name, phase, budget }) => ({
            unit,
            phase,
            budget: closed.has(name) ? null : (budget?.amount ?? null),
          })),
      ),
    ],
  };
}
