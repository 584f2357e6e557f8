import type { PolicyStatement } from '@bulkhead/baseline';

/** A call, as far as these policies look at it. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  /** Service principal, where a service calls. */
  readonly service?: string;
  /** What AWS puts into the request, `aws:PrincipalArn` and so on. */
  readonly context?: Readonly<Record<string, string>>;
}

/** What a resource policy says to a call by IAM's own rules; `nothing` leaves it to identity policies. */
export function decide(statements: readonly PolicyStatement[], call: Call): 'allows' | 'denies' | 'nothing' {
  const effects = statements.filter((statement) => applies(statement, call)).map(({ Effect }) => Effect);
  if (effects.includes('Deny')) return 'denies';
  return effects.includes('Allow') ? 'allows' : 'nothing';
}

function applies({ Principal, Action, Resource, Condition }: PolicyStatement, call: Call): boolean {
  const context = { 'aws:PrincipalIsAWSService': String(call.service !== undefined), ...call.context };
  return (
    (Principal === undefined || isCaller(Principal, call)) &&
    list(Action).some((pattern) => matches(pattern, call.action)) &&
    list(Resource).some((pattern) => matches(pattern, call.resource)) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) =>
        holds(operator, context[key as keyof typeof context], list(values)),
      ),
    )
  );
}

function isCaller(principal: NonNullable<PolicyStatement['Principal']>, { service, context = {} }: Call): boolean {
  if (principal === '*') return true;
  if (service !== undefined) return list(principal['Service']).includes(service);
  const [, account = ''] = /^arn:aws:(?:iam|sts)::(\d+):/.exec(context['aws:PrincipalArn'] ?? '') ?? [];
  return list(principal['AWS']).includes(`arn:aws:iam::${account}:root`);
}

const list = (values: string | readonly string[] | undefined): readonly string[] =>
  values === undefined ? [] : typeof values === 'string' ? [values] : values;

// A negated operator holds where the key isn't there. Source: IAM User Guide, condition operators.
function holds(operator: string, value: string | undefined, values: readonly string[]): boolean {
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return value !== undefined && values.includes(value);
    case 'BoolIfExists':
      return value === undefined || values.includes(value);
    case 'StringLike':
    case 'ArnLike':
      return value !== undefined && values.some((pattern) => matches(pattern, value));
    case 'StringLikeIfExists':
      return value === undefined || values.some((pattern) => matches(pattern, value));
    case 'ForAnyValue:StringEquals':
      return value !== undefined && values.includes(value);
    case 'ArnNotLike':
      return value === undefined || !values.some((pattern) => matches(pattern, value));
    default:
      throw new Error(`no rule for the operator ${operator}`);
  }
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(text);
}
