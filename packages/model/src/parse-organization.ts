import { checkLimits } from './check-limits.ts';
import { checkNames } from './check-names.ts';
import { checkPhases } from './check-phases.ts';
import { checkRegions } from './check-regions.ts';
import { checkShares } from './check-shares.ts';
import { checkUnits } from './check-units.ts';
import type { BusinessUnitDefinition, OrganizationDefinition, PhaseSettings } from './definition.ts';
import { draftOf } from './draft.ts';
import type { BusinessUnit, Organization, PhaseRules } from './organization.ts';
import { DefinitionError, type Problem } from './problem.ts';

/** Every problem of a definition; none for a good one. */
export function checkDefinition(input: unknown): readonly Problem[] {
  const { draft, problems } = draftOf(input);
  const checks = [checkNames, checkRegions, checkPhases, checkUnits, checkLimits];
  const all = [...problems, ...checks.flatMap((check) => check(draft))];
  return all.length > 0 ? all : checkShares(organizationOf(input as OrganizationDefinition));
}

/**
 * Checks a definition and fills its defaults in.
 *
 * @throws DefinitionError with all problems, each with its path, the rule and the value
 */
export function parseOrganization(input: unknown): Organization {
  const problems = checkDefinition(input);
  if (problems.length > 0) throw new DefinitionError(problems);
  return organizationOf(input as OrganizationDefinition);
}

function organizationOf(definition: OrganizationDefinition): Organization {
  const { enterprise } = definition;
  return {
    name: definition.name,
    origin: definition.organization ?? 'new',
    state: definition.state ?? 'local',
    regions: [definition.regions.home, ...(definition.regions.further ?? [])],
    accountEmail: definition.accountEmail,
    enterprise: {
      owner: enterprise.owner,
      costCenter: enterprise.costCenter,
      budget: enterprise.budget,
      signIn: enterprise.identity.signIn,
      retentionYears: enterprise.sharedServices.retention.years,
      lock: enterprise.sharedServices.lock ?? 'compliance',
      pipelines: enterprise.delivery.pipelines,
    },
    phases: Object.entries(definition.phases).map(([name, { purpose, follows }]) => ({ name, purpose, follows })),
    businessUnits: Object.entries(definition.businessUnits).map(([name, unit]) => unitOf(name, unit, definition)),
  };
}

function unitOf(name: string, unit: BusinessUnitDefinition, definition: OrganizationDefinition): BusinessUnit {
  return {
    name,
    owner: unit.owner,
    costCenter: unit.costCenter,
    accountEmail: unit.accountEmail ?? definition.accountEmail,
    delivery: unit.delivery ?? 'shared',
    regions: atLeastOne(unit.regions, [definition.regions.home, ...(definition.regions.further ?? [])]),
    // the order of the phases is the organization's, the same in every table
    phases: Object.keys(definition.phases)
      .filter((phase) => unit.phases.includes(phase))
      .map((phase) => ({ name: phase, rules: rulesOf(phase, unit, definition) })),
  };
}

function rulesOf(phase: string, unit: BusinessUnitDefinition, definition: OrganizationDefinition): PhaseRules {
  const settings = settingsOf(phase, unit, definition);
  const home = [definition.regions.home, ...(definition.regions.further ?? [])] as const;
  return {
    data: settings.data ?? 'none',
    regions: atLeastOne(settings.regions, atLeastOne(unit.regions, home)),
    limits: settings.limits ?? [],
    otherVcpu: settings.otherVcpu ?? (settings.limits ? 0 : undefined),
    atCap: settings.atCap ?? 'warn',
    instanceTypes: settings.instanceTypes,
    budget: settings.budget,
    protect: settings.protect ?? false,
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
