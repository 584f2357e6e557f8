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

function holds({ Condition, Effect }: PolicyStatement, context: Access['context']): boolean {
  return Object.entries(Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => {
      const ifExists = operator.endsWith('IfExists');
      const plain = operator.replace(/^(ForAnyValue|ForAllValues):/, '').replace(/IfExists$/, '');
      const negated = /^(String|Arn)Not/.test(plain);
      const compare = comparisons[plain.replace('Not', '')];
      const value = context[key.toLowerCase()];
      if (plain === 'Null') return valuesOf(patterns).includes(String(value === undefined));
      // What can't be judged grants nothing, and a deny stands.
      if (!compare) return Effect === 'Deny';
      if (value === undefined) return ifExists || negated;
      return valuesOf(patterns).some((pattern) => comparesTo(pattern, value, compare, context)) !== negated;
    }),
  );
}
