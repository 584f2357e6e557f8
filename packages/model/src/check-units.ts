import type { Draft } from './draft.ts';
import { nearest } from './nearest.ts';
import { type Problem, problemAt } from './problem.ts';

/** Checks that a unit's phases and overrides name phases of the organization, each once. */
export function checkUnits({ phases = {}, businessUnits = {} }: Draft): readonly Problem[] {
  const known = Object.keys(phases);
  const mustBePhase = (path: readonly (string | number)[], phase: string) => {
    const near = nearest(phase, known);
    return problemAt(path, `must be a phase of the organization: ${known.join(', ')}`, phase, near && `'${near}'`);
  };
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
