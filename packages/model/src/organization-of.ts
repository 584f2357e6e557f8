import { enterpriseUnit } from './account-names.ts';
import { holdsHarmlessData } from './data-classes.ts';
import type { BusinessUnitDefinition, OrganizationDefinition, PhaseSettings } from './definition.ts';
import { delegatedServices } from './delegations.ts';
import type { EnterpriseDefinition } from './enterprise-definition.ts';
import { exceptionsOf, findException } from './exceptions.ts';
import { grantsOf } from './grants.ts';
import { groupsOf } from './groups.ts';
import type { BusinessUnit, Enterprise, Organization, PhaseRules } from './organization.ts';
import { peopleOf } from './people.ts';
import { pipelinesOf } from './pipelines.ts';
import { storesOf } from './stores.ts';
import { operations } from './values.ts';
import { workloadsOf } from './workloads.ts';

/** Fills the defaults of a definition in, which has no problem within its parts. */
export function organizationOf(definition: OrganizationDefinition): Organization {
  const { enterprise, businessUnits } = definition;
  const parts = {
    name: definition.name,
    origin: definition.organization ?? 'new',
    state: definition.state ?? 'local',
    regions: [definition.regions.home, ...(definition.regions.further ?? [])],
    accountEmail: definition.accountEmail,
    // AWS Organizations User Guide, quotas: 10 by default
    accountQuota: definition.accountQuota ?? 10,
    enterprise: enterpriseOf(enterprise),
    phases: Object.entries(definition.phases).map(([name, { purpose, follows }]) => ({ name, purpose, follows })),
    businessUnits: Object.entries(businessUnits).map(([name, unit]) => unitOf(name, unit, definition)),
  } as const;
  const stores = storesOf(definition, parts.businessUnits);
  const organization: Organization = {
    ...parts,
    pipelines: [
      ...pipelinesOf(enterprise.delivery.pipelines, enterpriseUnit, parts),
      ...Object.entries(businessUnits).flatMap(([name, { pipelines = [] }]) => pipelinesOf(pipelines, name, parts)),
    ],
    people: peopleOf(enterprise.identity),
    groups: [],
    stores,
    workloads: workloadsOf(definition, parts.businessUnits),
    grants: grantsOf(definition, stores),
    exceptions: exceptionsOf(definition),
  };
  // groups follow from accounts, and those from all the rest
  return { ...organization, groups: groupsOf(organization, enterprise.identity.groups ?? {}) };
}

function enterpriseOf({ owner, costCenter, budget, ...definition }: EnterpriseDefinition): Enterprise {
  const { identity, sharedServices, delivery, guardrails } = definition;
  return {
    owner,
    costCenter,
    budget,
    signIn: identity.signIn,
    secondFactorMinutes: identity.secondFactor?.minutes ?? 60,
    retentionYears: sharedServices.retention.years,
    lock: sharedServices.lock ?? 'compliance',
    alarms: {
      security: sharedServices.alarms?.security ?? [owner],
      operations: sharedServices.alarms?.operations ?? [owner],
    },
    dataEvents: sharedServices.dataEvents ?? 'platform',
    delegated: delegatedServices(identity.signIn, sharedServices.delegated ?? []),
    images: delivery.images ?? [],
    policyLimits: guardrails?.policyLimits ?? 'classic',
    trustedAccounts: guardrails?.trustedAccounts ?? [],
  };
}

function unitOf(name: string, unit: BusinessUnitDefinition, definition: OrganizationDefinition): BusinessUnit {
  return {
    name,
    owner: unit.owner,
    costCenter: unit.costCenter,
    accountEmail: unit.accountEmail ?? definition.accountEmail,
    delivery: unit.delivery ?? 'shared',
    images: unit.images ?? [],
    regions: atLeastOne(unit.regions, [definition.regions.home, ...(definition.regions.further ?? [])]),
    // the order of the phases is the organization's, the same in every table
    phases: Object.keys(definition.phases)
      .filter((phase) => unit.phases.includes(phase))
      .map((phase) => ({
        name: phase,
        life: unit.life?.[phase] ?? 'active',
        rules: rulesOf(phase, { ...unit, name }, definition),
      })),
  };
}

function rulesOf(
  phase: string,
  unit: BusinessUnitDefinition & { readonly name: string },
  definition: OrganizationDefinition,
): PhaseRules {
  const settings = settingsOf(phase, unit, definition);
  const home = [definition.regions.home, ...(definition.regions.further ?? [])] as const;
  const data = settings.data ?? 'none';
  const exceptions = exceptionsOf(definition);
  const exception = findException({ exceptions }, { unit: unit.name, phase }, 'people-read-data');
  return {
    data,
    regions: atLeastOne(settings.regions, atLeastOne(unit.regions, home)),
    limits: settings.limits ?? [],
    otherVcpu: settings.otherVcpu ?? (settings.limits ? 0 : undefined),
    atCap: settings.atCap ?? 'warn',
    instanceTypes: settings.instanceTypes,
    budget: settings.budget,
    protect: settings.protect ?? false,
    sessionHours: settings.sessionHours ?? (holdsHarmlessData({ dataClass: data }) ? 8 : 4),
    expires: settings.expires,
    without: settings.without ?? [],
    peopleReadData: settings.peopleReadData ? { until: exception?.until } : undefined,
    operations: settings.operations ?? operations,
    backupDays: settings.backup?.keepDays ?? 35,
  };
}

/** The unit's own settings before the phase's, and those before the ones of the phase that it follows. */
function settingsOf(phase: string, unit: BusinessUnitDefinition, definition: OrganizationDefinition): PhaseSettings {
  const own = definition.phases[phase];
  const followed = own?.follows === undefined ? {} : withoutRegions(settingsOf(own.follows, unit, definition));
  return { ...followed, ...own, ...unit.overrides?.[phase] };
}

/** Following a phase never means standing in its Regions: disaster recovery is there for when they are gone. */
function withoutRegions({ regions: _, limits, ...settings }: PhaseSettings): PhaseSettings {
  return { ...settings, ...(limits && { limits: limits.map(({ perRegion: __, ...cap }) => cap) }) };
}

function atLeastOne(
  list: readonly string[] | undefined,
  otherwise: readonly [string, ...string[]],
): readonly [string, ...string[]] {
  const [first, ...further] = list ?? otherwise;
  return first === undefined ? otherwise : [first, ...further];
}
