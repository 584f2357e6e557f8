import type { OrganizationDefinition } from './definition.ts';
import { type DefinitionChange, DefinitionChangeError } from './definition-change.ts';
import { getPlace, isRecord, parentOf } from './definition-path.ts';
import { nearest } from './nearest.ts';

/**
 * A definition with changes made to a copy of it, one after the other. Whether the result is a good definition is for
 * `checkDefinition` to say.
 *
 * @param definition a good definition
 * @throws DefinitionChangeError when a change finds nothing to change
 */
export function applyChanges(definition: OrganizationDefinition, changes: readonly DefinitionChange[]): unknown {
  return changes.reduce<unknown>(applyChange, structuredClone(definition));
}

function applyChange(definition: unknown, change: DefinitionChange): unknown {
  if (change.kind === 'add') return withUnits(definition, (units) => added(units, definition, change));
  if (change.kind === 'set') {
    const { parent, key, value } = getPlace(definition, change.path, 'set');
    parent[key] = typeof value === 'string' ? textOf(change.value) : valueOf(change.value);
    return definition;
  }
  if ('unit' in change) return withUnits(definition, (units) => removed(units, change));
  const { parent, key } = getPlace(definition, change.path, 'remove');
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
  return definition;
}

type Units = Readonly<Record<string, unknown>>;

function withUnits(definition: unknown, change: (units: Units) => Units): unknown {
  const units = isRecord(definition) ? definition['businessUnits'] : undefined;
  if (!isRecord(definition) || !isRecord(units)) {
    throw new DefinitionChangeError('a change before took businessUnits away, so that no unit can be changed');
  }
  return { ...definition, businessUnits: change(units) };
}

function added(units: Units, definition: unknown, change: Extract<DefinitionChange, { kind: 'add' }>): Units {
  const { unit, phases, owner, costCenter, regions } = change;
  if (!Object.hasOwn(units, unit)) {
    const enterprise = isRecord(definition) ? parentOf(definition['enterprise']) : {};
    return {
      ...units,
      [unit]: {
        owner: owner ?? enterprise['owner'],
        costCenter: costCenter ?? enterprise['costCenter'],
        // copies: a later change may set what stands in them
        phases: [...phases],
        ...(regions && { regions: [...regions] }),
      },
    };
  }
  if (owner !== undefined || costCenter !== undefined || regions !== undefined) {
    throw new DefinitionChangeError(`${unit} is there already, change what it says with --set businessUnits.${unit}.…`);
  }
  const { phases: own = [], ...rest } = parentOf(units[unit]);
  return { ...units, [unit]: { ...rest, phases: [...(Array.isArray(own) ? (own as unknown[]) : []), ...phases] } };
}

function removed(
  units: Units,
  { unit, phases }: { readonly unit: string; readonly phases?: readonly string[] },
): Units {
  if (!Object.hasOwn(units, unit)) throw unknownName(unit, 'there is no unit', Object.keys(units));
  const { [unit]: gone, ...others } = units;
  if (phases === undefined) return others;
  const { phases: own, ...said } = parentOf(gone);
  const listed = Array.isArray(own) ? own.map(String) : [];
  for (const phase of phases) if (!listed.includes(phase)) throw unknownName(phase, `${unit} has no phase`, listed);
  const left = { ...withoutPhases(said, phases), phases: listed.filter((phase) => !phases.includes(phase)) };
  return Object.fromEntries(Object.entries(units).map(([name, each]) => [name, name === unit ? left : each]));
}

type Entry = readonly [name: string, value: unknown];

/** What a unit says of phases goes with them: settings, life, and stores and workloads that are in no other phase. */
function withoutPhases(unit: Readonly<Record<string, unknown>>, gone: readonly string[]): Record<string, unknown> {
  const byPhase = ([phase]: Entry) => !gone.includes(phase);
  const elsewhere = ([name, placed]: Entry): readonly Entry[] => {
    const { phases, ...others } = parentOf(placed);
    if (!Array.isArray(phases)) return [[name, placed]];
    const kept = phases.filter((phase) => !gone.includes(String(phase)));
    return kept.length === 0 ? [] : [[name, { ...others, phases: kept }]];
  };
  const left = new Map<string, (entries: readonly Entry[]) => readonly Entry[]>([
    ['overrides', (entries) => entries.filter(byPhase)],
    ['life', (entries) => entries.filter(byPhase)],
    ['stores', (entries) => entries.flatMap(elsewhere)],
    ['workloads', (entries) => entries.flatMap(elsewhere)],
  ]);
  return Object.fromEntries(
    Object.entries(unit).flatMap(([key, part]): readonly Entry[] => {
      const of = left.get(key);
      if (of === undefined || !isRecord(part)) return [[key, part]];
      const entries = of(Object.entries(part));
      return entries.length === 0 ? [] : [[key, Object.fromEntries(entries)]];
    }),
  );
}

function unknownName(name: string, problem: string, known: readonly string[]): DefinitionChangeError {
  const near = nearest(name, known);
  const hint = near === undefined ? '' : `, did you mean ${near}?`;
  return new DefinitionChangeError(`${problem} ${name}, it is one of ${known.join(', ') || 'none'}${hint}`);
}

/** Where text stands, text is meant: amounts of money look like numbers. */
const textOf = (text: string) => (/^".*"$/.test(text) ? String(valueOf(text)) : text);

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
