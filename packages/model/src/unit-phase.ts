import type { BusinessUnit, Organization } from './organization.ts';
import { type Path, type Problem, unknownAt } from './problem.ts';

/** A phase of a unit as a definition names it, or what is wrong with the names. */
export type UnitPhase = { readonly phase: BusinessUnit['phases'][number] } | { readonly problem: Problem };

/** Finds the phase of a unit; `unit` and `phase` stand under the path. */
export function unitPhaseAt(
  path: Path,
  named: { readonly unit: string; readonly phase: string },
  { businessUnits }: Pick<Organization, 'businessUnits'>,
): UnitPhase {
  const unit = businessUnits.find(({ name }) => name === named.unit);
  if (!unit) {
    const units = businessUnits.map(({ name }) => name);
    return { problem: unknownAt([...path, 'unit'], 'must be a business unit', named.unit, units) };
  }
  const phase = unit.phases.find(({ name }) => name === named.phase);
  if (phase) return { phase };
  const phases = unit.phases.map(({ name }) => name);
  return { problem: noAccountAt([...path, 'phase'], named.phase, phases) };
}

/** A phase that a unit does not have. */
export function noAccountAt(path: Path, phase: string, phases: readonly string[]): Problem {
  return unknownAt(path, 'the unit has no account for this phase, its phases are', phase, phases);
}
