import type { Account, AccountTags, EnterpriseAccount, RuntimeAccount } from './account.ts';
import {
  type EnterpriseAccountKind,
  accountEmail,
  enterpriseAccountName,
  enterpriseUnit,
  runtimeAccountName,
  unitDeliveryAccountName,
} from './account-names.ts';
import { deliveryRegions } from './delivery-regions.ts';
import type { BusinessUnit, Organization } from './organization.ts';
import {
  enterpriseOrganizationalUnit,
  phaseOrganizationalUnit,
  suspendedOrganizationalUnit,
} from './organizational-units.ts';
import { perOrganization } from './per-organization.ts';
import { usedRegions } from './used-regions.ts';
import type { AccountLife, DataClass } from './values.ts';

/**
 * Every account of an organization but the management account: those that exist once, then runtime accounts by unit. One
 * that is closing is among them, without stack, limits, roles and grants; one that is closed is not.
 */
export const accountsOf = perOrganization((organization): readonly Account[] => [
  enterpriseAccount(organization, 'identity', 'none'),
  enterpriseAccount(organization, 'shared-services', 'sensitive'),
  enterpriseAccount(organization, 'delivery', 'none'),
  ...organization.businessUnits
    .filter(({ delivery }) => delivery === 'own')
    .map((unit) => unitDeliveryAccount(organization, unit)),
  ...runtimeAccountsWith(organization, ['active', 'closing']),
]);

/** The accounts `<organization>-<unit>-<phase>` in which units work. */
export const runtimeAccountsOf = perOrganization((organization) => runtimeAccountsWith(organization, ['active']));

/** The runtime accounts that are in one of these parts of their life. */
export function runtimeAccountsWith(
  { name: organization, businessUnits }: Organization,
  lives: readonly AccountLife[],
): readonly RuntimeAccount[] {
  return businessUnits.flatMap((unit) =>
    unit.phases
      .filter(({ life }) => lives.includes(life))
      .map(({ name: phase, life, rules }): RuntimeAccount => {
        const name = runtimeAccountName(organization, unit.name, phase);
        return {
          kind: 'runtime',
          life,
          name,
          email: accountEmail(unit.accountEmail, name),
          unit: unit.name,
          phase,
          organizationalUnit: life === 'active' ? phaseOrganizationalUnit(phase) : suspendedOrganizationalUnit,
          regions: rules.regions,
          dataClass: rules.data,
          tags: tags(unit.name, phase, rules.data, unit),
          budget: rules.budget,
          protect: rules.protect,
          rules,
        };
      }),
  );
}

/** The account with that name; undefined where the organization has none. */
export function findAccount(organization: Organization, name: string): Account | undefined {
  return accountsOf(organization).find((account) => account.name === name);
}

function enterpriseAccount(
  organization: Organization,
  kind: EnterpriseAccountKind,
  dataClass: DataClass,
): EnterpriseAccount {
  const name = enterpriseAccountName(organization.name, kind);
  return {
    kind,
    name,
    email: accountEmail(organization.accountEmail, name),
    unit: enterpriseUnit,
    phase: kind,
    organizationalUnit: enterpriseOrganizationalUnit,
    regions: enterpriseRegions[kind](organization),
    dataClass,
    tags: tags(enterpriseUnit, kind, dataClass, organization.enterprise),
    budget: organization.enterprise.budget,
    protect: true,
  };
}

const enterpriseRegions: Readonly<
  Record<EnterpriseAccountKind, (organization: Organization) => EnterpriseAccount['regions']>
> = {
  identity: ({ regions: [home] }) => [home],
  'shared-services': usedRegions,
  delivery: (organization) => deliveryRegions(organization),
};

function unitDeliveryAccount(organization: Organization, unit: BusinessUnit): EnterpriseAccount {
  const name = unitDeliveryAccountName(organization.name, unit.name);
  return {
    kind: 'delivery',
    name,
    email: accountEmail(unit.accountEmail, name),
    unit: unit.name,
    phase: 'delivery',
    organizationalUnit: enterpriseOrganizationalUnit,
    regions: deliveryRegions(organization, unit),
    dataClass: 'none',
    tags: tags(unit.name, 'delivery', 'none', unit),
    budget: organization.enterprise.budget,
    protect: true,
  };
}

const tags = (
  unit: string,
  phase: string,
  dataClass: DataClass,
  { costCenter, owner }: { costCenter: string; owner: string },
): AccountTags => ({ BusinessUnit: unit, Phase: phase, DataClass: dataClass, CostCenter: costCenter, Owner: owner });
