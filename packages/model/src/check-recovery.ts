import type { OrganizationDefinition } from './definition.ts';
import type { Organization } from './organization.ts';
import { type Problem, problemAt } from './problem.ts';
import { settingPath } from './setting-path.ts';

/** Checks that what takes over from an account stands elsewhere, and has something to take over from. */
export function checkRecovery(definition: OrganizationDefinition, organization: Organization): readonly Problem[] {
  const { businessUnits, phases } = definition;
  return organization.businessUnits.flatMap((unit) =>
    unit.phases.flatMap(({ name, rules }) => {
      const follows = phases[name]?.follows;
      if (name !== 'dr' || follows === undefined) return [];
      const followed = unit.phases.find((phase) => phase.name === follows)?.rules;
      const own = businessUnits[unit.name];
      if (followed === undefined) {
        const path = ['businessUnits', unit.name, 'phases', own?.phases.indexOf(name) ?? 0];
        return [problemAt(path, `disaster recovery follows ${follows}, which the unit does not have`, name)];
      }
      const [home] = followed.regions;
      if (rules.regions[0] !== home) return [];
      const rule = `disaster recovery must stand in another Region than ${follows}, which has ${home} as its home in ${unit.name}`;
      return [problemAt(settingPath(definition, unit.name, name, 'regions'), rule, rules.regions)];
    }),
  );
}
