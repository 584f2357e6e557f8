import type { OrganizationDefinition, PhaseSettings } from './definition.ts';
import type { Path } from './problem.ts';

/** Where a setting that holds for a unit's phase stands: with the unit, the phase, or the phase that it follows. */
export function settingPath(
  { businessUnits, phases }: OrganizationDefinition,
  unit: string,
  phase: string,
  key: keyof PhaseSettings,
): Path {
  const overrides = businessUnits[unit]?.overrides;
  // Regions are never those of the phase that is followed
  for (let at: string | undefined = phase; at !== undefined; at = key === 'regions' ? undefined : phases[at]?.follows) {
    if (overrides?.[at]?.[key] !== undefined) return ['businessUnits', unit, 'overrides', at, key];
    if (phases[at]?.[key] !== undefined) return ['phases', at, key];
  }
  return ['phases', phase, key];
}
