import type { Account } from '@bulkhead/model';
import type { AccountStack } from './account-stack.ts';
import { localSessionSeconds } from './local-session.ts';
import { localTrust } from './local-trust.ts';
import { lookingStatements } from './looking.ts';
import { PlatformRole } from './platform-role.ts';
import { securityAdministration } from './security-administrator.ts';
import type { StackContext } from './stack-context.ts';

/**
 * Adds the roles of auditors and security administrators, which every account has. They stand directly in the stack,
 * with flat ids.
 */
export function addOversightRoles(stack: AccountStack, account: Account, context: StackContext): void {
  const maxSessionDuration = localSessionSeconds(account, context);
  new PlatformRole(stack, 'auditor', {
    name: 'auditor',
    description: 'sees what there is in this account and how it is set, and no contents',
    trust: localTrust('auditor', account, context),
    permissions: lookingStatements({ userData: false }),
    maxSessionDuration,
  });
  new PlatformRole(stack, 'security-administrator', {
    name: 'security-administrator',
    description: 'reads who may do what in this account; where people are, takes passwords and devices from them',
    trust: localTrust('security-administrator', account, context),
    permissions: securityAdministration(account, context),
    maxSessionDuration,
  });
}
