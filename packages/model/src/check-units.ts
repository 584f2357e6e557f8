import type { Draft } from './draft.ts';
import { type Path, type Problem, listedTwice, problemAt, unknownAt } from './problem.ts';
import { noAccountAt } from './unit-phase.ts';

/** Said of a name that no phase has. */
export const phaseRule = 'must be a phase of the organization';

/** Checks that a unit's phases and overrides name phases of the organization, each once. */
export function checkUnits({ phases = {}, businessUnits = {} }: Draft): readonly Problem[] {
  const known = Object.keys(phases);
  const mustBePhase = (path: Path, phase: string) => unknownAt(path, phaseRule, phase, known);
  return Object.entries(businessUnits).flatMap(([unit, each]) => [
    ...(each?.phases ?? []).flatMap((phase, index, list) => {
      if (phase === undefined) return [];
      const path = ['businessUnits', unit, 'phases', index];
      if (!known.includes(phase)) return [mustBePhase(path, phase)];
      return list.indexOf(phase) < index ? [problemAt(path, listedTwice, phase)] : [];
    }),
    ...Object.keys(each?.overrides ?? {}).flatMap((phase) => {
      const path = ['businessUnits', unit, 'overrides', phase];
      if (!known.includes(phase)) return [mustBePhase(path, phase)];
      const own = each?.phases?.filter((name) => name !== undefined);
      return own === undefined || own.includes(phase) ? [] : [noAccountAt(path, phase, own)];
    }),
  ]);
}
