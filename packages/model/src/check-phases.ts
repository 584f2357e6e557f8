import type { Draft } from './draft.ts';
import { nearest } from './nearest.ts';
import { type Problem, problemAt } from './problem.ts';
import { recoveryPhase } from './recovery.ts';

/** Phases that people change freely: they never hold sensitive data, protected or not. */
const neverSensitive = new Set(['sandbox', 'dev']);

/** Checks what phases say of each other and of the data that they hold. */
export function checkPhases({ phases = {}, businessUnits = {} }: Draft): readonly Problem[] {
  const names = Object.keys(phases);
  return [
    ...names.flatMap((name) => checkFollows(name, phases)),
    ...names.flatMap((name) =>
      checkData(['phases', name], name, settingOf(name, phases, 'data'), protects(name, phases)),
    ),
    ...Object.entries(businessUnits).flatMap(([unit, each]) =>
      Object.entries(each?.overrides ?? {}).flatMap(([phase, settings]) =>
        (settings?.data === undefined && settings?.protect === undefined) || isEnding(each?.life?.[phase])
          ? []
          : checkData(
              ['businessUnits', unit, 'overrides', phase],
              phase,
              settings.data ?? settingOf(phase, phases, 'data'),
              settings.protect ?? protects(phase, phases),
            ),
      ),
    ),
  ];
}

// what comes to its end is let go of
const isEnding = (life: string | undefined) => life === 'closing' || life === 'closed';

type Phases = NonNullable<Draft['phases']>;

function checkFollows(name: string, phases: Phases): readonly Problem[] {
  const follows = phases[name]?.follows;
  const path = ['phases', name, 'follows'];
  if (follows === undefined) {
    const missing = phases[name] !== undefined && !('follows' in phases[name]);
    return name === recoveryPhase && missing
      ? [problemAt(path, 'disaster recovery must say which phase it follows', follows, nearestProd(phases))]
      : [];
  }
  if (!(follows in phases)) {
    const near = nearest(follows, Object.keys(phases));
    return [problemAt(path, `must be a phase: ${Object.keys(phases).join(', ')}`, follows, near && `'${near}'`)];
  }
  const chain = chainOf(name, phases);
  const firstInCircle = Object.keys(phases).find((phase) => chain.includes(phase));
  return chain.at(-1) === name && firstInCircle === name
    ? [problemAt(path, `phases follow each other in a circle: ${chain.join(' -> ')}`, follows)]
    : [];
}

const nearestProd = (phases: Phases) => ('prod' in phases ? `'prod'` : undefined);

/** The phase and those that it follows; ends with a phase that stands in it already where they go in a circle. */
function chainOf(name: string, phases: Phases): readonly string[] {
  const chain = [name];
  for (let next = phases[name]?.follows; next !== undefined; next = phases[next]?.follows) {
    chain.push(next);
    if (chain.indexOf(next) < chain.length - 1) break;
  }
  return chain;
}

/** A setting of a phase, or of the phase that it follows. */
function settingOf<Key extends 'data' | 'protect'>(name: string, phases: Phases, key: Key) {
  return chainOf(name, phases)
    .map((each) => phases[each]?.[key])
    .find((value) => value !== undefined);
}

const protects = (name: string, phases: Phases) => settingOf(name, phases, 'protect') ?? false;

function checkData(
  path: readonly string[],
  phase: string,
  data: string | undefined,
  protect: boolean,
): readonly Problem[] {
  const at = [...path, 'data'];
  if (data === undefined) return [problemAt(at, 'must say how sensitive the data is that the phase may hold', data)];
  if (data !== 'sensitive') return [];
  if (neverSensitive.has(phase)) return [problemAt(at, `${phase} must not hold sensitive data`, data, `'synthetic'`)];
  return protect ? [] : [problemAt(at, 'a phase that holds sensitive data must have protect: true', data)];
}
