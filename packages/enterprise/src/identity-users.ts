import { type AccountStack, type StackContext, accountId } from '@bulkhead/baseline';
import type { EnterpriseAccount } from '@bulkhead/model';
import { AssumingGroup } from './assuming-group.ts';
import { PeopleGroup } from './people-group.ts';
import { Person } from './person.ts';

/** Adds people as IAM users, and the groups through which they become roles. */
export function addIdentityUsers(stack: AccountStack, account: EnterpriseAccount, context: StackContext): void {
  const { people, groups } = context.organization;
  const everybody = new PeopleGroup(stack, 'people').groupName;
  const names = new Map(
    groups.map((group) => [group.name, new AssumingGroup(stack, `group-${group.name}`, { group, context }).groupName]),
  );
  for (const person of people) {
    new Person(stack, personId(person.user), {
      person,
      accountId: accountId(account.name, context),
      groups: [everybody, ...person.groups.flatMap((group) => names.get(group) ?? [])],
    });
  }
}

/** Terraform's names have no dot, and users' names no underscore. */
export function personId(user: string): string {
  return `person-${user.replaceAll('.', '_')}`;
}
