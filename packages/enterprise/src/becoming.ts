import { type PolicyStatement, type StackContext, accountId, organizationId } from '@bulkhead/baseline';
import { type AssumableRole, type Group, namedReaches, platformRoleArn } from '@bulkhead/model';

/**
 * Leave to become a role in every account of the organization.
 *
 * A pattern, since the policy of a group holds 5,120 characters, about 70 names; no account outside of the organization
 * fits it. Source: IAM and AWS STS quotas; AWS global condition context keys, aws:ResourceOrgID.
 */
export function becomeEverywhere(
  roles: readonly AssumableRole[],
  context: StackContext,
): Required<Pick<PolicyStatement, 'Resource' | 'Condition'>> {
  return {
    Resource: roles.map((role) => platformRoleArn('*', role)),
    Condition: { StringEquals: { 'aws:ResourceOrgID': organizationId(context) } },
  };
}

/** What a group may become: roles that it becomes in every account by pattern, every other one by name. */
export function reachOf(
  group: Group,
  context: StackContext,
): { readonly everywhere: readonly AssumableRole[]; readonly roleArns: readonly string[] } {
  const { everywhere, named } = namedReaches(group, context.organization);
  return { everywhere, roleArns: named.map(({ account, role }) => platformRoleArn(accountId(account, context), role)) };
}
