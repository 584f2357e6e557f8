import {
  type AccountStack,
  PlatformRole,
  type PolicyStatement,
  type StackContext,
  accountId,
  localSessionSeconds,
  localTrust,
  lookingStatements,
} from '@bulkhead/baseline';
import {
  type LocalRoleName,
  type RuntimeAccount,
  grantsFrom,
  holdsHarmlessData,
  localRolesIn,
  platformPath,
  storeArn,
} from '@bulkhead/model';
import { boundaryArn } from './boundary/boundary-arn.ts';
import { buildingRoles } from './roles/building-roles.ts';
import { noData } from './roles/no-data.ts';
import { policiesOf } from './roles/policies-of.ts';

const descriptions: Readonly<Record<LocalRoleName, string>> = {
  appeng: 'application engineers, who build in this account',
  operator: 'operators, who run what is in this account',
  observer: 'sees what there is in this account and how it does',
};

/**
 * Adds the local roles of the account's people. They stand directly in the stack, with flat ids: `appeng`.
 *
 * All of them look; what else they may do follows from how much the account's data weighs, in one policy for each kind of
 * services. Engineers do it within the account's boundary.
 */
export function addLocalRoles(stack: AccountStack, account: RuntimeAccount, context: StackContext): void {
  const id = accountId(account.name, context);
  const boundary = boundaryArn(account, id);
  for (const role of localRolesIn(account)) {
    const bounded = role === 'appeng' ? boundary : undefined;
    new PlatformRole(stack, role, {
      name: role,
      description: descriptions[role],
      trust: localTrust(role, account, context),
      permissions: [
        ...lookingStatements({ userData: role === 'appeng' }),
        ...noData(role, account.rules, storesGrantedTo(role, account, context)),
      ],
      policies: {
        ...policiesOf(role, account.rules, id),
        ...(bounded !== undefined && { roles: buildingRoles({ accountId: id, boundaryArn: bounded }) }),
      } satisfies Record<string, readonly PolicyStatement[]>,
      ...(bounded !== undefined && { boundaryArn: bounded }),
      maxSessionDuration: sessionSeconds(role, account, context),
    });
  }
}

/** What operators do to what weighs is bound to an hour, whatever their phase says of others. */
function sessionSeconds(role: LocalRoleName, account: RuntimeAccount, context: StackContext): number {
  return role === 'operator' && account.protect ? 3600 : localSessionSeconds(account, context);
}

/** ARNs of the stores that grants let a role of people read. */
function storesGrantedTo(role: LocalRoleName, account: RuntimeAccount, context: StackContext): readonly string[] {
  if (holdsHarmlessData(account)) return [];
  return grantsFrom(context.organization, account)
    .filter(({ from }) => from.rolePath === platformPath && from.role === role)
    .map(({ to }) => storeArn(to, accountId(to.account, context)));
}
