import type { OrganizationDefinition } from './definition.ts';
import type { BusinessUnit, Organization } from './organization.ts';
import { runtimeAccountName } from './account-names.ts';
import type { StoreKind } from './store-definition.ts';
import type { DataClass } from './values.ts';

/** A store in one account. */
export interface Store {
  readonly name: string;
  readonly unit: string;
  readonly phase: string;
  readonly account: string;
  readonly kind: StoreKind;
  readonly data: DataClass;
  /** The account's home. */
  readonly region: string;
}

/** Every store of every account in which a unit works, by unit, then in the definition's order, then by phase. */
export function storesOf(
  { name: organization, businessUnits: definitions }: OrganizationDefinition,
  businessUnits: readonly BusinessUnit[],
): readonly Store[] {
  return businessUnits.flatMap((unit) =>
    Object.entries(definitions[unit.name]?.stores ?? {}).flatMap(([name, { kind, data, phases }]) =>
      unit.phases
        .filter((phase) => phase.life === 'active' && (phases?.includes(phase.name) ?? true))
        .map(({ name: phase, rules }): Store => {
          const account = runtimeAccountName(organization, unit.name, phase);
          return { name, unit: unit.name, phase, account, kind, data: data ?? rules.data, region: rules.regions[0] };
        }),
    ),
  );
}

/** The stores of one account. */
export function storesIn(
  { stores }: Pick<Organization, 'stores'>,
  account: { readonly name: string },
): readonly Store[] {
  return stores.filter((store) => store.account === account.name);
}
