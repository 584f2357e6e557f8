import type { PolicyStatement } from '@bulkhead/baseline';
import type { GrantedUse } from '@bulkhead/model';

export type Condition = NonNullable<PolicyStatement['Condition']>;

/** Some actions of a use, on one form of the store's ARN. */
export interface UsePart {
  /** Last part of the Sid, `Objects`; empty where the use has one part only. */
  readonly name: string;
  readonly actions: readonly string[];
  /** By default the store itself. */
  readonly on?: (storeArn: string) => readonly string[];
  /** Narrows every side, by the account of who calls. */
  readonly where?: (callerAccountId: string) => Condition;
}

/** What a kind of store can be used for, and with which actions of its service. */
export interface StoreUses {
  /** Uses that are not there are refused by the definition. */
  readonly uses: Readonly<Partial<Record<GrantedUse, readonly UsePart[]>>>;
  /** What an account's own workloads may do besides all of the uses. */
  readonly own?: readonly UsePart[];
  /** What the identity side needs besides, on no store in particular. */
  readonly atHome?: readonly string[];
  /** The policy of the store is about the store, and names it so: undefined for none at all. */
  readonly resourceInPolicy: 'arn' | '*' | undefined;
  /** Whether the ARN of the store leaves out the account that it stands in. */
  readonly arnWithoutAccount?: true;
  /** Service that uses the key in the caller's name, and what it does with it. */
  readonly key?: {
    readonly service: string;
    readonly actions: Readonly<Partial<Record<GrantedUse, readonly string[]>>>;
  };
}
