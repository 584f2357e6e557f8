import { type PolicyDocument, type PolicyStatement, statementsOf, valuesOf } from './policy-document.ts';

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
  const fitsResource = NotResource
    ? !valuesOf(NotResource).some((pattern) => matches(pattern, resource))
    : Resource === undefined || valuesOf(Resource).some((pattern) => matches(pattern, resource));
  return fitsAction && fitsResource && holds(statement, context);
}

/** IAM wildcards: `*` any text, `?` one character. */
export function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

const comparisons: Readonly<Record<string, (pattern: string, value: string) => boolean>> = {
  StringEquals: (pattern, value) => pattern === value,
  StringEqualsIgnoreCase: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  StringLike: matches,
  ArnEquals: matches,
  ArnLike: matches,
  Bool: (pattern, value) => pattern.toLowerCase() === value,
  NumericLessThan: (pattern, value) => Number(value) < Number(pattern),
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
      return valuesOf(patterns).some((pattern) => compare(pattern, value)) !== negated;
    }),
  );
}
