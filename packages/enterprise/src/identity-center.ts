import { type AccountStack, type StackContext, accountId, sessionHoursIn } from '@bulkhead/baseline';
import { type Account, type AssumableRole, type Group, findAccount, permissionSetName } from '@bulkhead/model';
import { IdentitystoreGroup } from '@cdktf/provider-aws/lib/identitystore-group/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { SsoadminAccountAssignment } from '@cdktf/provider-aws/lib/ssoadmin-account-assignment/index.js';
import { CenterPerson } from './center-person.ts';
import { personId } from './identity-users.ts';
import { PermissionSet } from './permission-set.ts';

/** A role that a group becomes, and the permission set through which. */
interface Assigned {
  readonly group: string;
  readonly account: Account;
  readonly role: AssumableRole;
  readonly set: string;
}

/**
 * Adds permission sets and who has them where; people and groups too, unless an identity provider owns them.
 *
 * Identity Center is administered from the identity account. None of the sets is assigned in the management account:
 * what is can't be changed from elsewhere.
 */
export function addIdentityCenter(stack: AccountStack, context: StackContext, provider: AwsProvider): void {
  const { organization, lock } = context;
  const instance = lock.identityCenter;
  if (!instance) throw new Error('organization.lock.json has no identityCenter, enable it and write its ids there');
  const { instanceArn, identityStoreId } = instance;

  const groupIds = instance.groups
    ? new Map(Object.entries(instance.groups))
    : addGroups(stack, organization.groups, { provider, identityStoreId });
  if (!instance.groups) {
    for (const person of organization.people) {
      const groups = Object.fromEntries(person.groups.map((group) => [group, groupIds.get(group) ?? '']));
      new CenterPerson(stack, personId(person.user), { person, groups, identityStoreId, provider });
    }
  }

  const assigned = organization.groups.flatMap((group) => assignmentsOf(group, context));
  const sets = new Map<string, PermissionSet>();
  for (const { set: name, role } of assigned) {
    if (sets.has(name)) continue;
    const hours = assigned.filter(({ set }) => set === name).map(({ account }) => sessionHoursIn(account));
    // one set for all units: where they differ, the strictest has its way
    const sessionHours = Math.min(...hours);
    sets.set(name, new PermissionSet(stack, `set-${name}`, { name, role, sessionHours, instanceArn, provider }));
  }
  for (const { group, account, role, set } of assigned) {
    new SsoadminAccountAssignment(stack, `assignment-${group}-${account.name}-${role}`, {
      provider,
      instanceArn,
      permissionSetArn: sets.get(set)?.arn ?? '',
      principalType: 'GROUP',
      principalId: groupIds.get(group) ?? '',
      targetType: 'AWS_ACCOUNT',
      targetId: accountId(account.name, context),
    });
  }
}

function assignmentsOf({ name, becomes }: Group, { organization }: StackContext): readonly Assigned[] {
  return becomes.flatMap((reach) => {
    const account = findAccount(organization, reach.account);
    return account
      ? [{ group: name, account, role: reach.role, set: permissionSetName(reach.role, account.phase) }]
      : [];
  });
}

/** Ids by name. */
function addGroups(
  stack: AccountStack,
  groups: readonly Group[],
  place: { readonly provider: AwsProvider; readonly identityStoreId: string },
): ReadonlyMap<string, string> {
  return new Map(
    groups.map(({ name }) => [
      name,
      new IdentitystoreGroup(stack, `group-${name}`, { ...place, displayName: name }).groupId,
    ]),
  );
}
