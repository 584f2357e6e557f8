import {
  type Account,
  type AssumableRole,
  enterpriseAccountName,
  groupsBecoming,
  permissionSetName,
  userArnPattern,
} from '@bulkhead/model';
import { accountId } from './account-stack.ts';
import type { PolicyStatement } from './policy-json.ts';
import { secondFactor } from './second-factor.ts';
import type { StackContext } from './stack-context.ts';

/** Value of the tags that say which groups a user is in. */
export const memberTagValue = 'member';

/**
 * Key of the tag that a user carries for each of its groups.
 *
 * A policy can't name a group as its principal; by this tag the role itself says which group it lets in. Nobody but the
 * deployer of the identity account tags users.
 */
export function memberTagKey(group: string): string {
  return `group-${group}`;
}

/**
 * Trust in people, for a role of an account that they become: in the groups that the model gives the role, no others.
 *
 * @throws Error when no group becomes the role there
 */
export function localTrust(role: AssumableRole, account: Account, context: StackContext): readonly PolicyStatement[] {
  const { organization } = context;
  const groups = groupsBecoming(organization, account.name, role).map(({ name }) => name);
  if (groups.length === 0) throw new Error(`no group becomes ${role} in ${account.name}`);
  return organization.enterprise.signIn === 'iam-users'
    ? trustInUsers(groups, context)
    : [trustInPermissionSet(permissionSetName(role, account.phase), accountId(account.name, context))];
}

/**
 * Both sides have to say yes, the policy of the group and the tag of the user: neither a stray policy nor a stray tag
 * lets anybody in.
 *
 * Source: IAM User Guide, cross-account policy evaluation; AWS global condition context keys, aws:PrincipalTag.
 */
function trustInUsers(groups: readonly string[], context: StackContext): readonly PolicyStatement[] {
  const { name, enterprise } = context.organization;
  const identityId = accountId(enterpriseAccountName(name, 'identity'), context);
  const tags = groups.length > mostGroups ? [undefined] : groups.map(memberTagKey);
  return tags.map((tag, index) => ({
    Sid: index === 0 ? 'People' : `People${index + 1}`,
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: `arn:aws:iam::${identityId}:root` },
    Condition: {
      ArnLike: { 'aws:PrincipalArn': userArnPattern(identityId) },
      ...(tag !== undefined && { StringEquals: { [`aws:PrincipalTag/${tag}`]: memberTagValue } }),
      ...secondFactor(enterprise.secondFactorMinutes),
    },
  }));
}

/**
 * A group takes about 390 of the 2,048 characters of a trust, and one statement can't name the tags of two as
 * alternatives. Of a role that more groups become (`delivery-user`, where many units share a delivery account) the trust
 * names people only, and the policies of the groups alone decide.
 */
const mostGroups = 4;

/**
 * Who comes with the permission set is decided by its assignments, and Identity Center asks for the second factor.
 *
 * The roles of permission sets stand under a path where only AWS makes roles, with the Region of Identity Center in it
 * unless that is us-east-1. Source: IAM Identity Center User Guide, permission sets in policies.
 */
function trustInPermissionSet(set: string, id: string): PolicyStatement {
  const reserved = `arn:aws:iam::${id}:role/aws-reserved/sso.amazonaws.com`;
  return {
    Sid: 'People',
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: `arn:aws:iam::${id}:root` },
    Condition: {
      ArnLike: { 'aws:PrincipalArn': ['/', '/*/'].map((region) => `${reserved}${region}AWSReservedSSO_${set}_*`) },
    },
  };
}
