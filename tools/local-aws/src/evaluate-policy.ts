import { AwsError } from './aws-error.ts';
import { type PolicyDocument, type PolicyStatement, statementsOf, valuesOf } from './policy-document.ts';
import { withVariables, withoutEscapes } from './policy-variables.ts';

/** One access, as IAM sees it. */
export interface Access {
  /** `servicequotas:RequestServiceQuotaIncrease`. */
  readonly action: string;
  readonly resource: string;
  /** Condition keys, in lower case, that the request has. */
  readonly context: Readonly<Record<string, string>>;
}

export type Verdict = 'allowed' | 'denied' | 'silent';

/** What policies say together: a deny wins, then an allow. */
export function evaluatePolicies(policies: readonly PolicyDocument[], access: Access): Verdict {
  const fitting = policies.flatMap(statementsOf).filter((statement) => fits(statement, access));
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  return fitting.length > 0 ? 'allowed' : 'silent';
}

/** Whether action, resource and conditions of a statement fit an access; its principal is the caller's business. */
export function fits(statement: PolicyStatement, { action, resource, context }: Access): boolean {
  const { Action, NotAction, Resource, NotResource } = statement;
  const fitsAction = NotAction
    ? !valuesOf(NotAction).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()))
    : valuesOf(Action).some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
  const isAmong = (patterns: PolicyStatement['Resource']) =>
    valuesOf(patterns).some((pattern) => comparesTo(pattern, resource, matches, context));
  const fitsResource = NotResource ? !isAmong(NotResource) : Resource === undefined || isAmong(Resource);
  return fitsAction && fitsResource && holds(statement, context);
}

/** IAM wildcards: `*` any text, `?` one character, `${*}` the character itself. */
export function matches(pattern: string, text: string): boolean {
  const source = pattern
    .split(/(\$\{[*?$]\})/)
    .map((part, index) => (index % 2 === 1 ? `\\${part.charAt(2)}` : wildcards(part)))
    .join('');
  return new RegExp(`^${source}$`, 's').test(text);
}

const wildcards = (part: string) =>
  part
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');

type Comparison = (pattern: string, value: string) => boolean;

function comparesTo(pattern: string, value: string, compare: Comparison, context: Access['context']): boolean {
  const resolved = withVariables(pattern, context);
  return resolved !== undefined && compare(resolved, value);
}

/** Days and moments in ISO 8601, or seconds since 1970. What is no date compares as false. */
const moment = (text: string) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (pattern, value) => withoutEscapes(pattern) === value,
  StringEqualsIgnoreCase: (pattern, value) => withoutEscapes(pattern).toLowerCase() === value.toLowerCase(),
  StringLike: matches,
  ArnEquals: matches,
  ArnLike: matches,
  Bool: (pattern, value) => pattern.toLowerCase() === value,
  NumericLessThan: (pattern, value) => Number(value) < Number(pattern),
  DateLessThan: (pattern, value) => moment(value) < moment(pattern),
  DateLessThanEquals: (pattern, value) => moment(value) <= moment(pattern),
  DateGreaterThan: (pattern, value) => moment(value) > moment(pattern),
  DateGreaterThanEquals: (pattern, value) => moment(value) >= moment(pattern),
};

/** An operator taken apart: `ForAnyValue:StringNotEqualsIfExists`. Source: IAM User Guide, condition operators. */
function parseOperator(operator: string) {
  const [, set, kind = '', not, rest = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(String|Arn)?(?:(?<=String|Arn)(Not))?(.+?)(IfExists)?$/.exec(operator) ?? [];
  const compare = comparisons[`${kind}${rest}`];
  if (!compare) {
    throw new AwsError('UnknownConditionOperator', `local-aws does not evaluate the condition operator ${operator}`);
  }
  return { compare, negated: not !== undefined, set, ifExists: ifExists !== undefined };
}

/**
 * Requests here have one value per key, of which a set operator holds as the plain one does. They differ where the key is
 * missing: all of no values fit, any of none doesn't.
 *
 * @throws AwsError for an operator that is not known: it is told to who calls, not guessed
 */
function holds({ Condition }: PolicyStatement, context: Access['context']): boolean {
  return Object.entries(Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => {
      const value = context[key.toLowerCase()];
      if (operator === 'Null') return valuesOf(patterns).includes(String(value === undefined));
      const { compare, negated, set, ifExists } = parseOperator(operator);
      if (value === undefined) return ifExists || set === 'ForAllValues' || (negated && set === undefined);
      return valuesOf(patterns).some((pattern) => comparesTo(pattern, value, compare, context)) !== negated;
    }),
  );
}
