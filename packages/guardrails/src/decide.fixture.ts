import type { Condition, Statement } from './policy.ts';

/** A call, as far as these policies look at it. */
export interface Call {
  readonly action: string;
  readonly resource?: string;
  /** What AWS puts into the request, `aws:PrincipalArn` and so on. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Sids of the statements that deny a call, by IAM's own rules. */
export function deniedBy(statements: readonly Statement[], call: Call): readonly string[] {
  return statements.filter((statement) => denies(statement, call)).map(({ Sid }) => Sid);
}

function denies(statement: Statement, { action, resource = '*', context = {} }: Call): boolean {
  const actionMatches = statement.Action
    ? statement.Action.some((pattern) => matches(pattern, action))
    : !statement.NotAction.some((pattern) => matches(pattern, action));
  const resourceMatches = statement.Resource
    ? statement.Resource.some((pattern) => matches(pattern, resource))
    : !statement.NotResource.some((pattern) => matches(pattern, resource));
  return actionMatches && resourceMatches && conditionHolds(statement.Condition ?? {}, context);
}

const conditionHolds = (condition: Condition, context: Readonly<Record<string, string>>) =>
  Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      operatorHolds(
        operator,
        context[key],
        values.map((value) => filledIn(value, context)),
      ),
    ),
  );

// A negated operator holds where the key isn't there, and so does one with IfExists.
// Source: IAM User Guide, condition operators.
function operatorHolds(operator: string, value: string | undefined, values: readonly string[]): boolean {
  if (operator === 'Null') return values.includes(String(value === undefined));
  const [plain = ''] = operator.split('IfExists');
  if (value === undefined) return plain !== operator || plain.includes('Not');
  const like = values.some((pattern) => matches(pattern, value));
  switch (plain) {
    case 'Bool':
    case 'StringEquals':
      return values.includes(value);
    case 'StringEqualsIgnoreCase':
      return values.some((each) => each.toLowerCase() === value.toLowerCase());
    case 'StringNotEqualsIgnoreCase':
      return values.every((each) => each.toLowerCase() !== value.toLowerCase());
    case 'ForAnyValue:StringEqualsIgnoreCase':
      return values.some((each) => value.toLowerCase().split(',').includes(each.toLowerCase()));
    case 'DateGreaterThanEquals':
      return values.some((each) => Date.parse(value) >= Date.parse(each));
    case 'DateLessThan':
      return values.some((each) => Date.parse(value) < Date.parse(each));
    case 'StringNotLike':
      return !like;
    case 'StringNotEquals':
      return !values.includes(value);
    case 'ArnLike':
      return like;
    case 'ArnNotLike':
      return !like;
    default:
      throw new Error(`no rule for the operator ${operator}`);
  }
}

/** A policy's variables, filled in. Source: IAM User Guide, policy variables. */
const filledIn = (value: string, context: Readonly<Record<string, string>>) =>
  value.replace(/\$\{([^}]+)\}/g, (_, key: string) => context[key] ?? 'nothing');

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(text);
}
