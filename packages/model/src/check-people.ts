import { enterpriseUnit, namePattern, nameRule } from './account-names.ts';
import { phaseRule } from './check-units.ts';
import type { Draft } from './draft.ts';
import { enterpriseGroups, unitGroupName, unitGroups } from './groups.ts';
import { iamQuotas } from './iam-quotas.ts';
import { everybodyGroup } from './people-names.ts';
import { type Path, type Problem, problemAt, repeatedAt, unknownAt } from './problem.ts';

const maxUserName = iamQuotas.userNameCharacters.most;
/** The group of everybody is one of them. */
const maxGroups = iamQuotas.groupsPerUser.most;

const userPattern = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/;
const at = ['enterprise', 'identity'];

type Identity = NonNullable<NonNullable<Draft['enterprise']>['identity']>;
type Person = NonNullable<NonNullable<Identity['people']>[string]>;

/** What a draft knows before any person: units, and the unit of every group; undefined where that is wrong itself. */
interface Known {
  readonly units: readonly string[];
  readonly groups: ReadonlyMap<string, string | undefined>;
}

/** Checks people, the groups of a definition, and who is in which: nobody is in two units without saying so. */
export function checkPeople({ enterprise, phases = {}, businessUnits = {} }: Draft): readonly Problem[] {
  const { people = {}, groups = {}, signIn } = enterprise?.identity ?? {};
  const units = Object.keys(businessUnits);
  const derived = new Map<string, string | undefined>([
    ...enterpriseGroups.map((name) => [name, enterpriseUnit] as const),
    ...units.flatMap((unit) => unitGroups.map((kind) => [unitGroupName(unit, kind), unit] as const)),
  ]);
  const declared = Object.entries(groups).map(([name, group]) => [name, group?.unit] as const);
  const known = { units: [...units, enterpriseUnit], groups: new Map([...derived, ...declared]) };
  const users = Object.entries(people);
  return [
    ...Object.entries(groups).flatMap(([name, group]) => {
      const path = [...at, 'groups', name];
      return [
        ...checkGroupName(path, name, derived),
        ...(group?.unit === undefined || known.units.includes(group.unit)
          ? []
          : [nobodyJoins(path, group.unit, units)]),
        ...repeatedAt([...path, 'roles'], group?.roles ?? []),
        ...repeatedAt([...path, 'phases'], group?.phases ?? []),
        ...(group?.phases ?? []).flatMap((phase, index) =>
          phase === undefined || phase in phases
            ? []
            : [unknownAt([...path, 'phases', index], phaseRule, phase, Object.keys(phases))],
        ),
      ];
    }),
    ...users.flatMap(([user, person]) => {
      const path = [...at, 'people', user];
      const other = users.find(([, each]) => each?.email?.toLowerCase() === person?.email?.toLowerCase())?.[0];
      return [
        ...checkUserName(path, user),
        ...(person?.email === undefined || other === user || other === undefined
          ? []
          : [
              problemAt([...path, 'email'], `is the e-mail of ${other} already, one person has one user`, person.email),
            ]),
        ...checkUnits(path, person, known),
        ...checkMembership(path, person, known),
        ...(signIn === 'iam-users' ? checkCount(path, person?.groups) : []),
      ];
    }),
  ];
}

function checkGroupName(path: Path, name: string, derived: ReadonlyMap<string, unknown>): readonly Problem[] {
  if (derived.has(name) || name === everybodyGroup) {
    return [problemAt(path, 'is the name of a group that follows from units and roles', name)];
  }
  return namePattern.test(name) ? [] : [problemAt(path, nameRule, name)];
}

const nobodyJoins = (path: Path, unit: string, units: readonly string[]) =>
  unknownAt(
    [...path, 'unit'],
    'nobody can join this group, its people come from a unit that does not exist; there are',
    unit,
    units,
  );

function checkUserName(path: Path, user: string): readonly Problem[] {
  if (user.startsWith('break-glass')) return [problemAt(path, 'the name is kept for break-glass', user)];
  const rule = 'the name of a user must be lower-case words joined by dots or hyphens, at most 64 characters';
  return userPattern.test(user) && user.length <= maxUserName ? [] : [problemAt(path, rule, user)];
}

function checkUnits(path: Path, person: Person | undefined, { units }: Known): readonly Problem[] {
  const mustBeUnit = (where: Path, unit: string | undefined) =>
    unit === undefined || units.includes(unit)
      ? []
      : [unknownAt(where, "must be a business unit or 'enterprise'", unit, units)];
  const { unit, alsoIn = [] } = person ?? {};
  return [
    ...mustBeUnit([...path, 'unit'], unit),
    ...alsoIn.flatMap((each, index) => mustBeUnit([...path, 'alsoIn', index], each)),
    ...repeatedAt([...path, 'alsoIn'], alsoIn),
  ];
}

function checkMembership(path: Path, person: Person | undefined, { units, groups }: Known): readonly Problem[] {
  const { unit, alsoIn = [], groups: memberOf = [] } = person ?? {};
  const home = [unit, ...alsoIn].filter((each) => each !== undefined);
  return [
    ...memberOf.flatMap((group, index) => {
      if (group === undefined) return [];
      const where = [...path, 'groups', index];
      if (!groups.has(group)) return [unknownAt(where, 'must be a group', group, [...groups.keys()])];
      const owner = groups.get(group);
      // where a unit is wrong itself, that is the one problem to tell
      if (owner === undefined || unit === undefined || home.includes(owner)) return [];
      if (!units.includes(owner) || !units.includes(unit)) return [];
      const rule = `belongs to ${owner}, but the person is in ${home.join(', ')} only, add alsoIn: ['${owner}'] if that is meant`;
      return [problemAt(where, rule, group)];
    }),
    ...repeatedAt([...path, 'groups'], memberOf),
  ];
}

const checkCount = (path: Path, groups: Person['groups'] = []) =>
  groups.length < maxGroups
    ? []
    : [
        problemAt(
          [...path, 'groups'],
          `AWS lets an IAM user be in at most ${maxGroups} groups, and '${everybodyGroup}' is one of them`,
          groups,
        ),
      ];
