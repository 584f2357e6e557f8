import { holdsHarmlessData, isAbove, mostSensitiveIn } from './data-classes.ts';
import type { OrganizationDefinition } from './definition.ts';
import { findException } from './exceptions.ts';
import type { ExceptionDefinition } from './grant-definition.ts';
import type { Grant } from './grants.ts';
import type { Organization } from './organization.ts';
import { phaseRank } from './phase-rank.ts';
import { type Path, type Problem, problemAt, unknownAt } from './problem.ts';
import { unitPhaseAt } from './unit-phase.ts';
import { settingPath } from './setting-path.ts';

/** Checks that what needs an exception has one, and that every exception is of something that needs it. */
export function checkExceptions(definition: OrganizationDefinition, organization: Organization): readonly Problem[] {
  const { exceptions = {} } = definition;
  const needing = organization.grants.filter((grant) => reasonFor(grant, organization) !== undefined);
  const entries = Object.entries(exceptions);
  return [
    ...organization.grants.flatMap((grant) => checkGrant(grant, organization)),
    ...organization.businessUnits.flatMap((unit) =>
      unit.phases.flatMap((phase) => checkPeople(definition, unit.name, phase, organization)),
    ),
    ...entries.flatMap(([name, { of }], index) => {
      const path = ['exceptions', name, 'of'];
      const earlier = entries.slice(0, index).find(([, each]) => sameOf(each.of, of))?.[0];
      if (earlier !== undefined) return [problemAt(path, `has an exception already, ${earlier}`, of)];
      return 'grant' in of
        ? checkOfGrant([...path, 'grant'], of.grant, needing)
        : checkOfAccount(path, of, organization);
    }),
  ];
}

/** Why a grant needs an exception; undefined where it needs none. */
function reasonFor({ from, to, name }: Grant, organization: Organization): { at: Path; rule: string } | undefined {
  const write = `write exceptions.<name> with of: { grant: '${name}' }, an owner, a reason and an end`;
  const up = phaseRank(organization, from.phase) < phaseRank(organization, to.phase);
  if (up && to.data === 'sensitive') {
    return { at: [], rule: `goes up from ${from.phase} to sensitive data in ${to.phase}: ${write}` };
  }
  return from.rolePath === '/bulkhead/' && isAbove(to.data, 'synthetic')
    ? { at: ['from', 'role'], rule: `lets people at ${to.data} data of another account: ${write}` }
    : undefined;
}

function checkGrant(grant: Grant, organization: Organization): readonly Problem[] {
  const reason = reasonFor(grant, organization);
  return reason && grant.until === undefined
    ? [problemAt(['grants', grant.name, ...reason.at], reason.rule, { from: grant.from.role, to: grant.to.name })]
    : [];
}

/** Said where the setting stands: with the unit if it differs there, otherwise with the phase. */
function checkPeople(
  definition: OrganizationDefinition,
  unit: string,
  { name: phase, rules, life }: Organization['businessUnits'][number]['phases'][number],
  organization: Organization,
): readonly Problem[] {
  if (life !== 'active' || !rules.peopleReadData) return [];
  if (mostSensitiveIn(organization, { unit, phase, dataClass: rules.data }) !== 'sensitive') return [];
  const of = `{ unit: '${unit}', phase: '${phase}', allows: 'people-read-data' }`;
  const rule = `nobody reads sensitive data by default: write exceptions.<name> with of: ${of}, an owner, a reason and an end`;
  return findException(organization, { unit, phase }, 'people-read-data')
    ? []
    : [problemAt(settingPath(definition, unit, phase, 'peopleReadData'), rule, true)];
}

function checkOfGrant(path: Path, grant: string, needing: readonly Grant[]): readonly Problem[] {
  const names = needing.map(({ name }) => name);
  return names.includes(grant) ? [] : [unknownAt(path, 'must be a grant that needs an exception', grant, names)];
}

type OfAccount = Extract<ExceptionDefinition['of'], { readonly unit: string }>;

function checkOfAccount(
  path: Path,
  { unit, phase, allows }: OfAccount,
  organization: Organization,
): readonly Problem[] {
  const found = unitPhaseAt(path, { unit, phase }, organization);
  if ('problem' in found) return [found.problem];
  const { data: dataClass, peopleReadData } = found.phase.rules;
  const at = [...path, 'allows'];
  if (allows === 'sensitive-data') {
    if (dataClass === 'sensitive') return [problemAt(at, `${phase} holds sensitive data without an exception`, allows)];
    const rule = `${phase} never holds sensitive data: its class is ${dataClass}, with which engineers build freely`;
    return holdsHarmlessData({ dataClass }) ? [problemAt(at, rule, allows)] : [];
  }
  return mostSensitiveIn(organization, { unit, phase, dataClass }) === 'sensitive' && peopleReadData
    ? []
    : [problemAt(at, `needs peopleReadData: true in ${phase}, and no exception where no data is sensitive`, allows)];
}

function sameOf(one: ExceptionDefinition['of'], other: ExceptionDefinition['of']): boolean {
  if ('grant' in one || 'grant' in other) return 'grant' in one && 'grant' in other && one.grant === other.grant;
  return one.unit === other.unit && one.phase === other.phase && one.allows === other.allows;
}
