import type { PolicyStatement } from '@bulkhead/baseline';

/** A call, as far as the statements of grants look at it. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  /** Role that calls. */
  readonly roleArn: string;
  /** What AWS puts into the request besides; several values are joined with a blank. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether statements allow a call by IAM's own rules. The resource of a policy that names none is what it is attached to. */
export function allows(statements: readonly PolicyStatement[], call: Call): boolean {
  const effects = statements.filter((statement) => applies(statement, call)).map(({ Effect }) => Effect);
  return effects.includes('Allow') && !effects.includes('Deny');
}

function applies({ Principal, Action, Resource, NotResource, Condition }: PolicyStatement, call: Call): boolean {
  const account = /^arn:aws:iam::(\d+):/.exec(call.roleArn)?.[1] ?? '';
  const context: Readonly<Record<string, string>> = {
    'aws:PrincipalArn': call.roleArn,
    'aws:PrincipalAccount': account,
    ...call.context,
  };
  const principals = typeof Principal === 'object' ? list(Principal['AWS']) : [];
  return (
    (Principal === undefined || Principal === '*' || principals.includes(`arn:aws:iam::${account}:root`)) &&
    list(Action).some((pattern) => matches(pattern, call.action)) &&
    !list(NotResource).some((pattern) => matches(pattern, call.resource)) &&
    (Resource === undefined || list(Resource).some((pattern) => matches(pattern, call.resource))) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, context[key], list(values))),
    )
  );
}

const list = (values: string | readonly string[] | undefined): readonly string[] =>
  values === undefined ? [] : typeof values === 'string' ? [values] : values;

// Source: IAM User Guide, condition operators: where the key isn't there, none of these hold but the negated ones.
function holds(operator: string, value: string | undefined, values: readonly string[]): boolean {
  if (operator === 'Null') return values.includes(String(value === undefined));
  const [plain = ''] = operator.split('IfExists');
  if (value === undefined) return plain !== operator || operator.startsWith('StringNot');
  switch (plain) {
    case 'StringEquals':
    case 'Bool':
      return values.includes(value);
    case 'StringNotEquals':
      return !values.includes(value);
    case 'StringNotLike':
      return !values.some((pattern) => matches(pattern, value));
    case 'ArnEquals':
    case 'ArnLike':
    case 'StringLike':
      return values.some((pattern) => matches(pattern, value));
    case 'ForAnyValue:StringEquals':
      return value.split(' ').some((each) => values.includes(each));
    case 'DateGreaterThanEquals':
      return values.some((start) => Date.parse(value) >= Date.parse(start));
    case 'DateLessThan':
      return values.every((end) => Date.parse(value) < Date.parse(end));
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
