import { nearest } from './nearest.ts';

/** One change of a definition, as a person says it on a command line. */
export type DefinitionChange =
  | ({ readonly kind: 'add'; readonly unit: string; readonly phases: readonly string[] } & NewUnitSettings)
  | { readonly kind: 'remove'; readonly unit: string; readonly phases?: readonly string[] }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'set'; readonly path: string; readonly value: string };

/** What a unit that isn't there yet may say besides its phases; the rest follows from the enterprise. */
export interface NewUnitSettings {
  readonly owner?: string;
  readonly costCenter?: string;
  readonly regions?: readonly string[];
}

/** A change that can't be made or understood: its message says what to write instead. */
export class DefinitionChangeError extends Error {
  override readonly name = 'DefinitionChangeError';
}

const keysOf = {
  add: ['unit', 'phase', 'phases', 'owner', 'costCenter', 'regions'],
  remove: ['unit', 'phase', 'phases', 'path'],
} as const;

const example = {
  add: 'unit=media,phases=dev+prod',
  remove: 'unit=bi,phase=sandbox',
  set: 'businessUnits.bi.overrides.prod.budget.amount=350000',
} as const;

/**
 * Reads a change: `unit=media,phases=dev+prod` to add or remove, `path=value` to set.
 *
 * @throws DefinitionChangeError with what to write instead
 */
export function parseChange(kind: DefinitionChange['kind'], text: string): DefinitionChange {
  if (kind === 'set') return parseSetting(text);
  const fields = fieldsOf(kind, text);
  const { unit, path, owner, costCenter } = fields;
  const list = (key: 'phases' | 'regions') => {
    const items = fields[key]?.split('+').filter((item) => item !== '');
    if (items?.length === 0) throw wrong(kind, text, `names no ${key}`);
    return items;
  };
  const phases = list('phases');
  if (kind === 'remove' && path !== undefined) {
    if (Object.keys(fields).length > 1) throw wrong(kind, text, 'a path is removed alone');
    return { kind, path };
  }
  if (unit === undefined) throw wrong(kind, text, 'names no unit');
  if (kind === 'remove') return { kind, unit, ...(phases && { phases }) };
  if (phases === undefined) throw wrong(kind, text, 'names no phases');
  const regions = list('regions');
  return {
    kind,
    unit,
    phases,
    ...(owner && { owner }),
    ...(costCenter && { costCenter }),
    ...(regions && { regions }),
  };
}

function parseSetting(text: string): DefinitionChange {
  const at = text.indexOf('=');
  if (at < 1) throw wrong('set', text, 'is no path with a value');
  return { kind: 'set', path: text.slice(0, at), value: text.slice(at + 1) };
}

function fieldsOf(kind: 'add' | 'remove', text: string): Readonly<Record<string, string>> {
  const known: readonly string[] = keysOf[kind];
  const fields = text.split(',').map((part) => {
    const at = part.indexOf('=');
    const key = part.slice(0, at);
    if (at < 1 || at === part.length - 1)
      throw wrong(kind, text, `${part === '' ? 'an empty part' : part} is no key=value`);
    if (!known.includes(key)) {
      const near = nearest(key, known);
      const hint = near === undefined ? '' : `, did you mean ${near}?`;
      throw wrong(kind, text, `${key} is none of ${known.join(', ')}${hint}`);
    }
    return [key === 'phase' ? 'phases' : key, part.slice(at + 1)] as const;
  });
  const twice = fields.find(([key], index) => fields.findIndex(([other]) => other === key) < index);
  if (twice) throw wrong(kind, text, `${twice[0]} stands there twice, join values with + like dev+prod`);
  return Object.fromEntries(fields);
}

const wrong = (kind: DefinitionChange['kind'], text: string, problem: string) =>
  new DefinitionChangeError(`--${kind} ${text}: ${problem}\n  write it like --${kind} ${example[kind]}`);
