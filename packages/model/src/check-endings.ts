import { mostSensitiveIn } from './data-classes.ts';
import type { OrganizationDefinition } from './definition.ts';
import type { Organization } from './organization.ts';
import { type Problem, problemAt } from './problem.ts';
import { settingPath } from './setting-path.ts';
import { noAccountAt } from './unit-phase.ts';

/**
 * Checks when accounts end, and what they do without: sandboxes end, protected accounts don't. Needs every default
 * filled in.
 */
export function checkEndings(definition: OrganizationDefinition, organization: Organization): readonly Problem[] {
  const problems = organization.businessUnits.flatMap((unit) => [
    ...checkLife(definition, unit),
    ...unit.phases.flatMap((phase) => checkPhase(definition, organization, unit.name, phase)),
  ]);
  // a phase says it once, however many units have it
  return problems.filter(({ path }, index) => problems.findIndex((each) => each.path === path) === index);
}

type Unit = Organization['businessUnits'][number];

function checkPhase(
  definition: OrganizationDefinition,
  organization: Organization,
  unit: string,
  { name, rules, life }: Unit['phases'][number],
): readonly Problem[] {
  const path = (key: 'expires' | 'without') => settingPath(definition, unit, name, key);
  const { expires, protect, without, data: dataClass } = rules;
  const most = mostSensitiveIn(organization, { unit, phase: name, dataClass });
  return [
    ...(name === 'sandbox' && expires === undefined && life === 'active'
      ? [problemAt(path('expires'), "a sandbox must say until when, like '2027-06-30'", expires)]
      : []),
    ...(expires !== undefined && protect
      ? [problemAt(path('expires'), "what is protected doesn't end by itself: leave expires out", expires)]
      : []),
    ...(without.includes('backup') && most === 'sensitive'
      ? [
          problemAt(
            path('without'),
            `sensitive data is backed up, and ${unit} holds it in ${name}: backup can be left out where data is less`,
            without,
          ),
        ]
      : []),
  ];
}

function checkLife({ businessUnits }: OrganizationDefinition, unit: Unit): readonly Problem[] {
  const phases = unit.phases.map(({ name }) => name);
  return Object.entries(businessUnits[unit.name]?.life ?? {}).flatMap(([phase, life]) => {
    const path = ['businessUnits', unit.name, 'life', phase];
    const own = unit.phases.find(({ name }) => name === phase);
    if (own === undefined) {
      return [noAccountAt(path, phase, phases)];
    }
    return own.rules.protect && life !== 'active'
      ? [problemAt(path, `is protected: say overrides.${phase}.protect: false as well to let it go`, life)]
      : [];
  });
}
