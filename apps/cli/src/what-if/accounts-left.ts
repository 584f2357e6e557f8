import { type Organization, accountsOf, closedAccountsOf } from '@bulkhead/model';

/** Accounts of an organization beside those that AWS lets it have. */
export interface AccountsLeft {
  readonly added: readonly string[];
  /** Terraform forgets them; they count until a person closes them and AWS let go of them, 90 days later. */
  readonly removed: readonly string[];
  /** Said to be closed: they count for 90 days, too. */
  readonly closed: readonly string[];
  /** With the management account, those removed and those closed. */
  readonly count: number;
  readonly quota: number;
  readonly quotaBefore: number;
  /** Negative where AWS has to grant more first. */
  readonly left: number;
}

/** How many accounts there would be, and how many the organization has left. */
export function accountsLeft(before: Organization, after: Organization): AccountsLeft {
  const old = accountsOf(before).map(({ name }) => name);
  const now = accountsOf(after).map(({ name }) => name);
  const count = new Set([...old, ...now]).size + 1;
  const closed = closedAccountsOf(after).map(({ name }) => name);
  const gone = old.filter((name) => !now.includes(name));
  const quota = after.accountQuota;
  return {
    added: now.filter((name) => !old.includes(name)),
    removed: gone.filter((name) => !closed.includes(name)),
    closed: gone.filter((name) => closed.includes(name)),
    count,
    quota,
    quotaBefore: before.accountQuota,
    left: quota - count,
  };
}
