/** A text or several: AWS takes both where a list may stand. */
export type OneOrMany = string | readonly string[];

/** A statement as AWS reads it. */
export interface StatementDocument {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  /** `{ operator: { key: values } }`. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

/** `*`, or texts by kind: `{ AWS: 'arn:aws:iam::123456789012:root' }`. */
export type PrincipalElement = '*' | Readonly<Record<string, OneOrMany>>;

/** Where a statement was written. */
export interface Origin {
  /** Stack of the synthesized Terraform; `aws` for what AWS itself puts into an account. */
  readonly stack: string;
  /** `aws_iam_role_policy.controller_permissions`. */
  readonly address: string;
  /** The statement's Sid; `statement 2` where it has none. */
  readonly sid: string;
}

/** A statement that is known by where it stands. */
export interface Statement {
  /** Stack, address, attribute and place in the policy: unique in a world. */
  readonly key: string;
  readonly origin: Origin;
  readonly document: StatementDocument;
}

/** Statements that were written, and are in force, together. */
export interface Policy {
  /** Stack, address and attribute. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** The values of an element as a list. */
export const listOf = (value: OneOrMany | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** `acme-guardrails aws_organizations_policy.acme-root-1 (Roles)`. */
export const placeOf = ({ origin: { stack, address, sid } }: Statement): string => `${stack} ${address} (${sid})`;
