import type { OrganizationDefinition } from './definition.ts';
import type { Organization } from './organization.ts';
import { type Problem, problemAt } from './problem.ts';
import { recoveredPhase } from './recovery.ts';
import { settingPath } from './setting-path.ts';

/** Checks that what takes over from an account stands elsewhere, and has something to take over from. */
export function checkRecovery(definition: OrganizationDefinition, organization: Organization): readonly Problem[] {
  const { businessUnits } = definition;
  return organization.businessUnits.flatMap((unit) =>
    unit.phases.flatMap(({ name, rules }) => {
      const follows = recoveredPhase(organization, name);
      if (follows === undefined) return [];
      const followed = unit.phases.find((phase) => phase.name === follows)?.rules;
      const own = businessUnits[unit.name];
      if (followed === undefined) {
        const path = ['businessUnits', unit.name, 'phases', own?.phases.indexOf(name) ?? 0];
        return [problemAt(path, `disaster recovery follows ${follows}, which the unit does not have`, name)];
      }
      // what stands in any of them would be lost with its copies, which are all at home
      if (!followed.regions.includes(rules.regions[0])) return [];
      const rule = `disaster recovery must have its home in another Region than ${follows}, which stands in ${followed.regions.join(', ')} in ${unit.name}`;
      return [problemAt(settingPath(definition, unit.name, name, 'regions'), rule, rules.regions)];
    }),
  );
}
