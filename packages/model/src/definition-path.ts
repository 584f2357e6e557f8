import { DefinitionChangeError } from './definition-change.ts';
import { nearest } from './nearest.ts';

/** An object or a list of a definition, by key or index. */
export type Branch = Record<string, unknown>;

/** Where a path leads: what holds the value, under which key, and the value; undefined where there is none yet. */
export interface Place {
  readonly parent: Branch;
  readonly key: string;
  readonly value: unknown;
}

/**
 * Follows a path as problems print it, `businessUnits.retail.phases[1]`. Keys may hold dots themselves, like names of
 * people: of the keys that are there, the longest one that fits is meant.
 *
 * @param use `set` lets the last key be new
 * @throws DefinitionChangeError where it leads nowhere, with the nearest key
 */
export function getPlace(definition: unknown, path: string, use: 'set' | 'remove'): Place {
  let parent = definition;
  let done = '';
  let rest = path;
  for (;;) {
    if (!isBranch(parent)) throw nowhere(path, done, [], rest);
    const keys = Object.keys(parent);
    const found = Array.isArray(parent) ? indexAt(rest) : keyAt(rest, keys);
    if (found === undefined || !keys.includes(found.key)) {
      const fresh = found?.key ?? rest;
      const mayBeNew = use === 'set' && !Array.isArray(parent) && /^[\w-]+$/.test(fresh) && fresh !== '__proto__';
      if (mayBeNew) return { parent, key: fresh, value: undefined };
      throw nowhere(path, done, keys, rest, Array.isArray(parent));
    }
    const value = parent[found.key];
    rest = rest.slice(found.length);
    if (rest === '') return { parent, key: found.key, value };
    done = path.slice(0, path.length - rest.length);
    if (rest.startsWith('.')) rest = rest.slice(1);
    parent = value;
  }
}

/** What stands somewhere as an object; an empty one where something else does. */
export const parentOf = (value: unknown): Readonly<Branch> => (isRecord(value) ? value : {});

export const isRecord = (value: unknown): value is Branch => isBranch(value) && !Array.isArray(value);

const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;

interface Step {
  readonly key: string;
  readonly length: number;
}

function indexAt(rest: string): Step | undefined {
  const [text, index] = /^\[(\d+)\](?=$|[.[])/.exec(rest) ?? [];
  return text === undefined || index === undefined ? undefined : { key: index, length: text.length };
}

function keyAt(rest: string, keys: readonly string[]): Step | undefined {
  const [longest] = keys
    .filter((key) => rest === key || rest.startsWith(`${key}.`) || rest.startsWith(`${key}[`))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : { key: longest, length: longest.length };
}

function nowhere(
  path: string,
  done: string,
  keys: readonly string[],
  rest: string,
  inList = false,
): DefinitionChangeError {
  const next = /^(\[\d+\]|[^.[]*)/.exec(rest)?.[0] ?? rest;
  const near = inList ? undefined : nearest(next, keys);
  const hint = near === undefined ? '' : `, did you mean ${near}?`;
  const there = inList ? `${keys.length} items, from [0] on` : keys.join(', ') || 'nothing below';
  return new DefinitionChangeError(
    `${path} leads nowhere: ${done || 'the definition'} has no ${next || 'part without a name'}${hint}\n  there is: ${there}`,
  );
}
