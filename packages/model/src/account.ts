import type { EnterpriseAccountKind } from './account-names.ts';
import type { PhaseRules } from './organization.ts';
import type { AccountLife, Budget, DataClass } from './values.ts';

/** Keys of the tags that every account carries; cost reports and policies read them. */
export type AccountTags = Readonly<Record<'BusinessUnit' | 'Phase' | 'DataClass' | 'CostCenter' | 'Owner', string>>;

interface CommonAccount {
  readonly name: string;
  /** Root e-mail. */
  readonly email: string;
  readonly unit: string;
  /** Delivery phase; for an account that exists once, its kind. */
  readonly phase: string;
  /** Path from the root. */
  readonly organizationalUnit: string;
  /** Home first. */
  readonly regions: readonly [home: string, ...further: string[]];
  readonly dataClass: DataClass;
  readonly tags: AccountTags;
  readonly budget: Budget | undefined;
  /** A protected account is never destroyed by a command. */
  readonly protect: boolean;
}

/** Identity, shared services, delivery; `unit` is a business unit where it has a delivery account of its own. */
export interface EnterpriseAccount extends CommonAccount {
  readonly kind: EnterpriseAccountKind;
}

/** An account in which a business unit runs one delivery phase. */
export interface RuntimeAccount extends CommonAccount {
  readonly kind: 'runtime';
  readonly life: AccountLife;
  readonly rules: PhaseRules;
}

export type Account = EnterpriseAccount | RuntimeAccount;
