import type { z } from 'zod';
import { definitionSchema, knownKeys } from './definition-schema.ts';
import type { OrganizationDefinition } from './definition.ts';
import { nearest } from './nearest.ts';
import { type Problem, problemAt } from './problem.ts';

type DeepPartial<T> = T extends readonly (infer Item)[]
  ? readonly (DeepPartial<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T;

/** A definition of which every part may be missing: what is left when the parts of the wrong shape are taken out. */
export type Draft = DeepPartial<OrganizationDefinition>;

/**
 * Checks the shape of a definition. The draft has no part of a wrong type, so that the other rules can be checked on
 * all the rest and every problem comes in one answer.
 */
export function draftOf(input: unknown): { draft: Draft; problems: readonly Problem[] } {
  const { error } = definitionSchema.safeParse(input);
  if (!error) return { draft: input as Draft, problems: [] };
  if (error.issues.some(({ path, code }) => path.length === 0 && code !== 'unrecognized_keys')) {
    return { draft: {}, problems: error.issues.flatMap((issue) => problemsOf(issue, input)) };
  }
  const draft: unknown = structuredClone(input);
  for (const { path, code } of error.issues) if (code !== 'unrecognized_keys') removeAt(draft, path);
  return { draft: draft as Draft, problems: error.issues.flatMap((issue) => problemsOf(issue, input)) };
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code !== 'unrecognized_keys') return [problemAt(path, issue.message, valueAt(input, path))];
  return issue.keys.map((key) => {
    // a key of another place is none here
    const known = nearest(
      key,
      knownKeys.filter((each) => each !== key),
    );
    const at = [...path, key];
    return problemAt(at, 'is no key that a definition has here', valueAt(input, at), known && `'${known}'`);
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined),
    value,
  );
}

/** Sets the part to undefined rather than deleting it: the places of a list's other items stay as the author counts. */
function removeAt(value: unknown, path: readonly PropertyKey[]): void {
  const parent = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (last !== undefined && typeof parent === 'object' && parent !== null) {
    (parent as Record<PropertyKey, unknown>)[last] = undefined;
  }
}
