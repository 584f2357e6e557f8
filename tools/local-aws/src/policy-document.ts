type Values = string | readonly string[];

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, Values>>;
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource?: Values;
  readonly NotResource?: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values | boolean>>>>;
}

/** A policy as IAM and Organizations store it. */
export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: PolicyStatement | readonly PolicyStatement[];
}

export const statementsOf = ({ Statement }: PolicyDocument): readonly PolicyStatement[] =>
  isList(Statement) ? Statement : [Statement];

export const valuesOf = (values: Values | boolean | undefined): readonly string[] =>
  values === undefined ? [] : isList(values) ? values : [String(values)];

/** `Array.isArray`, for arrays that nobody may change. */
function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}

/** Everything, as `AdministratorAccess` grants it. */
export const administratorAccess: PolicyDocument = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
};
