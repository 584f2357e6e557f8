import type { Account } from '@bulkhead/model';
import type { StackContext } from './stack-context.ts';

/** Of accounts that exist once: the least that a phase has by default. */
const enterpriseSessionHours = 4;

/** How long somebody stays signed in to an account: what its phase says. */
export function sessionHoursIn(account: Account): number {
  return account.kind === 'runtime' ? account.rules.sessionHours : enterpriseSessionHours;
}

/**
 * Longest session of a role that people become, in seconds.
 *
 * From Identity Center they come with the role of a permission set; AWS ends what one role makes of another after an
 * hour. There the hours of the phase bound the outer session. Source: IAM User Guide, role chaining.
 */
export function localSessionSeconds(account: Account, { organization }: StackContext): number {
  return organization.enterprise.signIn === 'iam-users' ? sessionHoursIn(account) * 3600 : 3600;
}
