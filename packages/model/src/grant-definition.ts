/** What a grant lets a role do with a store of another account. */
export const grantedUses = ['read-data', 'write-data', 'consume', 'publish', 'use-key'] as const;
export type GrantedUse = (typeof grantedUses)[number];

/** Access from one account to a store in another one: the only way in which anything crosses. */
export interface GrantDefinition<Phase extends string = string> {
  readonly from: {
    readonly unit: string;
    readonly phase: Phase;
    /** A workload of that account, or one of its local roles. */
    readonly role: string;
  };
  readonly to: { readonly unit: string; readonly phase: Phase; readonly store: string };
  readonly what: GrantedUse;
  /** Why, for whoever reads the definition later. */
  readonly reason: string;
}

/** What an exception lets an account do that its phase does not; sensitive data only where the phase's is sanitized. */
export const exceptionalRights = ['people-read-data', 'sensitive-data'] as const;
export type ExceptionalRight = (typeof exceptionalRights)[number];

/** What is allowed although a rule forbids it, until a day. From then on AWS denies it. */
export interface ExceptionDefinition<Phase extends string = string> {
  /** A grant that needs one, or a right of one account. */
  readonly of:
    { readonly grant: string } | { readonly unit: string; readonly phase: Phase; readonly allows: ExceptionalRight };
  /** E-mail of who answers for it. */
  readonly owner: string;
  readonly reason: string;
  /** `2027-03-31`: that day at 00:00 UTC it is over. */
  readonly until: string;
}
