import { runtimeAccountName } from './account-names.ts';
import type { OrganizationDefinition } from './definition.ts';
import type { BusinessUnit, Organization } from './organization.ts';
import type { WorkloadService } from './store-definition.ts';

/** A workload in one account. */
export interface Workload {
  readonly name: string;
  readonly unit: string;
  readonly phase: string;
  readonly account: string;
  readonly runsOn: WorkloadService;
}

/** Roles of workloads stand under this path. Grants name them; where engineers build, they may change them. */
export const workloadPath = '/workload/';

/** Every workload of every account in which a unit works, by unit, then in the definition's order, then by phase. */
export function workloadsOf(
  { name: organization, businessUnits: definitions }: OrganizationDefinition,
  businessUnits: readonly BusinessUnit[],
): readonly Workload[] {
  return businessUnits.flatMap((unit) =>
    Object.entries(definitions[unit.name]?.workloads ?? {}).flatMap(([name, { runsOn, phases }]) =>
      unit.phases
        .filter((phase) => phase.life === 'active' && (phases?.includes(phase.name) ?? true))
        .map(({ name: phase }): Workload => {
          const account = runtimeAccountName(organization, unit.name, phase);
          return { name, unit: unit.name, phase, account, runsOn };
        }),
    ),
  );
}

/** The workloads of one account. */
export function workloadsIn(
  { workloads }: Pick<Organization, 'workloads'>,
  account: { readonly name: string },
): readonly Workload[] {
  return workloads.filter((workload) => workload.account === account.name);
}
