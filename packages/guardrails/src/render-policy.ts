import { foldStatements } from './fold-statements.ts';
import type { PolicyDocument, Statement } from './policy.ts';
import type { StatementPolicyType } from './policy-type.ts';

/**
 * The statements as one document: folded, in a fixed order, with Sids that are unique in it (a second `Regions` becomes
 * `Regions2`). The same statements give the same document, whatever their order.
 */
export function policyDocument(statements: readonly Statement[]): PolicyDocument {
  const folded = foldStatements(statements);
  const taken = new Set(folded.map(({ Sid }) => Sid));
  const seen = new Set<string>();
  const numbered = folded.map((statement): Statement => {
    const Sid = seen.has(statement.Sid) ? freeName(statement.Sid, taken) : statement.Sid;
    seen.add(Sid);
    taken.add(Sid);
    return { ...statement, Sid };
  });
  return { Version: '2012-10-17', Statement: numbered };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}${number}`)) number++;
  return `${name}${number}`;
}

/**
 * A document as the text that AWS stores: no white space, which counts, and a list of one as the value itself. Every
 * statement of a resource control policy is about everybody.
 *
 * Source: AWS Organizations User Guide, quotas: only the console strips white space; RCP syntax.
 */
export function renderPolicy({ Version, Statement }: PolicyDocument, type: StatementPolicyType): string {
  const statements = Statement.map((statement) => inOrder(statement, type));
  return JSON.stringify({ Version, Statement: statements }, (_, value: unknown) =>
    Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? (value[0] as unknown) : value,
  );
}

/** Members that are undefined vanish in JSON. */
const inOrder = (
  { Sid, Effect, Action, NotAction, Resource, NotResource, Condition }: Statement,
  type: StatementPolicyType,
) => ({
  Sid,
  Effect,
  Principal: type === 'RESOURCE_CONTROL_POLICY' ? '*' : undefined,
  Action,
  NotAction,
  Resource,
  NotResource,
  Condition,
});

const utf8 = new TextEncoder();

/** Size of a rendered text in bytes of UTF-8. */
export function sizeOf(text: string): number {
  return utf8.encode(text).length;
}

/** What these statements take as one policy, in bytes. */
export function sizeAsPolicy(statements: readonly Statement[], type: StatementPolicyType): number {
  return sizeOf(renderPolicy(policyDocument(statements), type));
}
