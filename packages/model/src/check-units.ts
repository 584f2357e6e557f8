import type { Draft } from './draft.ts';
import { type Problem, problemAt, unknownAt } from './problem.ts';

/** Said of a name that no phase has. */
export const phaseRule = 'must be a phase of the organization';

/** Checks that a unit's phases and overrides name phases of the organization, each once. */
export function checkUnits({ phases = {}, businessUnits = {} }: Draft): readonly Problem[] {
  const known = Object.keys(phases);
  const mustBePhase = (path: readonly (string | number)[], phase: string) => unknownAt(path, phaseRule, phase, known);
  return Object.entries(businessUnits).flatMap(([unit, each]) => [
    ...(each?.phases ?? []).flatMap((phase, index, list) => {
      if (phase === undefined) return [];
      const path = ['businessUnits', unit, 'phases', index];
      if (!known.includes(phase)) return [mustBePhase(path, phase)];
      return list.indexOf(phase) < index ? [problemAt(path, 'stands in this list already', phase)] : [];
    }),
    ...Object.entries(each?.overrides ?? {}).flatMap(([phase, settings]) => {
      const path = ['businessUnits', unit, 'overrides', phase];
      if (!known.includes(phase)) return [mustBePhase(path, phase)];
      return each?.phases && !each.phases.includes(phase)
        ? [
            problemAt(
              path,
              `the unit has no account for this phase, its phases are ${each.phases.join(', ')}`,
              settings,
            ),
          ]
        : [];
    }),
  ]);
}
