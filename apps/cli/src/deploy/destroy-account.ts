import {
  type Lock,
  type Organization,
  accountsOf,
  closedAccountsOf,
  findAccount,
  isClosing,
  mergeLock,
} from '@bulkhead/model';
import { UserError } from '../user-error.ts';
import type { Journal } from './journal.ts';
import type { StackRunner } from './stack-runner.ts';

/** What destroying needs from the outside. */
export interface Destruction {
  readonly organization: Organization;
  readonly lock: Lock;
  readonly runner: StackRunner;
  readonly journal: Journal;
  readonly writeLock: (lock: Lock) => Promise<void>;
}

/**
 * Destroys what Terraform made in one unprotected runtime account. Returns what Terraform says that it did.
 *
 * @throws UserError as `destroyable` does, StackError when Terraform fails
 */
export async function destroyAccount(destruction: Destruction, accountName: string): Promise<string> {
  const { lock, runner, journal, writeLock } = destruction;
  destroyable(destruction, accountName);
  // an unfinished deployment would take the account for done, and skip it
  await journal.remove();
  // the deployer goes with the rest: Terraform has to reach the account through the role that AWS put there
  await writeLock(mergeLock(lock, { accounts: { [accountName]: { deployer: false } } }));
  await runner.synthesize();
  return runner.destroy(accountName);
}

/** @throws UserError unless the account is a runtime account that was deployed and that its phase does not protect */
export function destroyable(
  { organization, lock }: Pick<Destruction, 'organization' | 'lock'>,
  accountName: string,
): void {
  const account = findAccount(organization, accountName);
  const unprotected = accountsOf(organization).filter((each) => !each.protect && !isClosing(each));
  const choice = `unprotected runtime accounts: ${unprotected.map(({ name }) => name).join(', ') || 'none'}`;
  if (closedAccountsOf(organization).some(({ name }) => name === accountName)) {
    throw new UserError(`${accountName} is closed, nothing of it is left to destroy\n  ${choice}`);
  }
  if (!account) throw new UserError(`${organization.name} has no account ${accountName}\n  ${choice}`);
  if (account.kind !== 'runtime') {
    throw new UserError(
      `${accountName} is not a runtime account, everybody needs it and no command destroys it\n  ${choice}`,
    );
  }
  if (isClosing(account)) {
    throw new UserError(
      `${accountName} is closing, everything is denied there, so that nothing can be destroyed any more\n` +
        '  say life: active, deploy, destroy it, then say closing; or close it with what is in it',
    );
  }
  if (account.protect) {
    throw new UserError(`${accountName} is protected: its phase ${account.phase} says protect: true\n  ${choice}`);
  }
  if (lock.accounts?.[accountName] === undefined) throw new UserError(`${accountName} was never deployed`);
}
