import { nearest } from './nearest.ts';

/** Where something stands in a definition: `['businessUnits', 'retail', 'phases', 1]`. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a definition: where it stands, the rule that it breaks, and what was found there. */
export interface Problem {
  /** `businessUnits.retail.phases[1]`; empty for the definition as a whole. */
  readonly path: string;
  readonly rule: string;
  /** The value as JSON, shortened. */
  readonly got: string;
  /** What the author may have meant. */
  readonly suggestion?: string;
}

/** A definition that breaks rules. Holds all of its problems, not the first one. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super([`the definition has ${countOf(problems)}`, ...problems.map(describeProblem)].join('\n\n'));
    this.problems = problems;
  }
}

const countOf = (problems: readonly Problem[]) => (problems.length === 1 ? '1 problem' : `${problems.length} problems`);

/** A problem as two or three lines of text. */
export function describeProblem({ path, rule, got, suggestion }: Problem): string {
  const hint = suggestion === undefined ? '' : `, did you mean ${suggestion}?`;
  return `${path || 'the definition'}: ${rule}\n  got: ${got}${hint}`;
}

/** A problem of what stands at a path. */
export function problemAt(path: Path, rule: string, got: unknown, suggestion?: string): Problem {
  return {
    path: joinPath(path),
    rule,
    got: shorten(textOf(got)),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** A name that is none of those that there are, with the one that may be meant. */
export function unknownAt(path: Path, rule: string, got: string, known: readonly string[]): Problem {
  const near = nearest(got, known);
  return problemAt(path, `${rule}: ${known.join(', ')}`, got, near && `'${near}'`);
}

/** Said of what stands in a list before, too. */
export const listedTwice = 'stands in this list already';

/** Every item of a list that stands in it before, too. */
export function repeatedAt(path: Path, list: readonly (string | undefined)[]): readonly Problem[] {
  return list.flatMap((item, index) =>
    item !== undefined && list.indexOf(item) < index ? [problemAt([...path, index], listedTwice, item)] : [],
  );
}

/** JSON has no text for undefined, infinity and not-a-number. */
function textOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

const shorten = (text: string) => (text.length > 100 ? `${text.slice(0, 97)}...` : text);

/** `['businessUnits', 'retail', 'phases', 1]` as `businessUnits.retail.phases[1]`. */
export function joinPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`))
    .join('');
}
