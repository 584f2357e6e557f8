import {
  type AccountStack,
  PlatformRole,
  type StackContext,
  localSessionSeconds,
  localTrust,
  lookingStatements,
} from '@bulkhead/baseline';
import { type LocalRoleName, type RuntimeAccount, localRolesIn } from '@bulkhead/model';

const descriptions: Readonly<Record<LocalRoleName, string>> = {
  appeng: 'application engineers, who build in this account',
  operator: 'operators, who run what is in this account',
  observer: 'sees what there is in this account and how it does',
};

/**
 * Adds the local roles of the account's people. They stand directly in the stack, with flat ids: `appeng`.
 *
 * Observers read logs where data is not sensitive. What engineers and operators may do is for the phase to say; until it
 * does, they may do nothing.
 */
export function addLocalRoles(stack: AccountStack, account: RuntimeAccount, context: StackContext): void {
  for (const role of localRolesIn(account)) {
    new PlatformRole(stack, role, {
      name: role,
      description: descriptions[role],
      trust: localTrust(role, account, context),
      ...(role === 'observer' && {
        permissions: lookingStatements({ logContents: account.dataClass !== 'sensitive' }),
      }),
      maxSessionDuration: localSessionSeconds(account, context),
    });
  }
}
