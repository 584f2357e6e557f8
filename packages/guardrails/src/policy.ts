/**
 * A service or resource control policy as a plain document.
 *
 * Only denials: what is allowed stays with AWS's `FullAWSAccess` and `RCPFullAWSAccess`, so that adding a guardrail
 * never grants anything. A service control policy knows no Principal, a resource control policy none but everybody, so
 * no statement has one. Every statement names resources.
 * Source: AWS Organizations User Guide, SCP syntax, RCP syntax.
 */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

/** `{ operator: { key: values } }`: all operators and keys have to match, one value of a key is enough. */
export type Condition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Actions =
  | { readonly Action: readonly string[]; readonly NotAction?: never }
  | { readonly NotAction: readonly string[]; readonly Action?: never };

type Resources =
  | { readonly Resource: readonly string[]; readonly NotResource?: never }
  | { readonly NotResource: readonly string[]; readonly Resource?: never };

/** One denial. */
export type Statement = Actions &
  Resources & {
    /** Letters and digits; says which guardrail it was when something is denied. */
    readonly Sid: string;
    readonly Effect: 'Deny';
    readonly Condition?: Condition;
  };
