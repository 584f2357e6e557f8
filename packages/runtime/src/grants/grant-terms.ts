import type { GrantedUse, StoreKind } from '@bulkhead/model';

/** A grant with every id filled in: what the statements of its three sides are made from. */
export interface GrantTerms {
  readonly name: string;
  readonly use: GrantedUse;
  readonly grantee: {
    readonly accountId: string;
    /** Of a workload or a local role. */
    readonly roleArn: string;
  };
  readonly store: StoreTerms;
  readonly organizationId: string;
  /** The day (UTC) with whose beginning it is over; undefined where it lasts. */
  readonly until: string | undefined;
}

/** A store as policies see it. */
export interface StoreTerms {
  readonly kind: StoreKind;
  readonly accountId: string;
  readonly region: string;
  /** Of a secret a pattern: AWS chooses the last six characters. */
  readonly arn: string;
  /** With `alias/`; undefined for kinds that have no key of their own. */
  readonly keyAlias: string | undefined;
}
