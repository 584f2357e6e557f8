import type { Statement } from './policy.ts';
import { shapeProblem } from './policy-problem.ts';
import type { StatementPolicyType } from './policy-type.ts';

/** A policy that somebody else wrote: its statements, or why it can't be one of ours. */
export type ReadPolicy =
  | {
      readonly kind: 'policy';
      readonly statements: readonly Statement[];
      /** Places that are to be filled in, `<my-org-id>`: until then a statement denies nothing that is real. */
      readonly placeholders: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads the JSON text of a policy, so that it can be compiled together with guardrails. */
export function readPolicy(text: string, type: StatementPolicyType): ReadPolicy {
  const parsed = parseJson(text);
  if ('reason' in parsed) return { kind: 'refused', reason: parsed.reason };
  const reason = shapeProblem(parsed.document, type);
  if (reason !== undefined) return { kind: 'refused', reason };
  const { Statement } = parsed.document as { readonly Statement: Loose | readonly Loose[] };
  const statements = (Array.isArray(Statement) ? Statement : [Statement]).map(asStatement);
  return { kind: 'policy', statements, placeholders: placeholdersIn(text) };
}

function parseJson(text: string): { readonly document: unknown } | { readonly reason: string } {
  try {
    return { document: JSON.parse(text) as unknown };
  } catch (cause) {
    const blanks = [...text.matchAll(blankOutsideOfText)].flatMap(([, blank]) => (blank === undefined ? [] : [blank]));
    const filled = text.replace(blankOutsideOfText, (whole, blank?: string) => (blank === undefined ? whole : '""'));
    if (blanks.length > 0 && isJson(filled)) {
      return { reason: `a template, fill in ${blanks.join(', ')} first` };
    }
    return { reason: `no JSON: ${cause instanceof Error ? cause.message.replaceAll(/\s+/g, ' ') : 'unreadable'}` };
  }
}

/** A text in quotes, or a blank that stands where JSON wants a value. */
const blankOutsideOfText = /"(?:[^"\\]|\\.)*"|(\$\{[^}]*\})/g;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `<my-org-id>` as publishers write it, `${ORG_ID}` as templates do, but no variable of IAM's own. */
function placeholdersIn(text: string): readonly string[] {
  const found = [...text.matchAll(/<[a-z][a-z0-9-]*>|\$\{(?!\w+:)[^}]+\}/gi)].map(([placeholder]) => placeholder);
  return [...new Set(found)].sort();
}

type Loose = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(String);

/** A statement whose shape is known to be good, every single value as a list. */
function asStatement({ Sid = 'Statement', Action, NotAction, Resource, NotResource, Condition }: Loose): Statement {
  const operators = Object.entries((Condition ?? {}) as Readonly<Record<string, Loose>>).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, list(values)])),
  ]);
  return {
    Sid: String(Sid),
    Effect: 'Deny',
    ...(Action === undefined ? { NotAction: list(NotAction) } : { Action: list(Action) }),
    ...(Resource === undefined ? { NotResource: list(NotResource) } : { Resource: list(Resource) }),
    ...(operators.length > 0 && { Condition: Object.fromEntries(operators) as NonNullable<Statement['Condition']> }),
  };
}
