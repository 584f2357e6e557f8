import {
  type Account,
  type AssumableRole,
  enterpriseAccountName,
  permissionSetName,
  userArnPattern,
} from '@bulkhead/model';
import { accountId } from './account-stack.ts';
import type { PolicyStatement } from './policy-json.ts';
import type { StackContext } from './stack-context.ts';

/**
 * Trust in people, for a role of an account that they become.
 *
 * IAM users are named by their path only, since a policy can't name a group: what lets one of them in is the policy of
 * the group, which has to allow it as well. Roles of a permission set stand under a path where only AWS makes roles,
 * with the Region of Identity Center in it unless that is us-east-1.
 * Source: IAM User Guide, cross-account policy evaluation; IAM Identity Center User Guide, permission sets in policies.
 */
export function localTrust(role: AssumableRole, account: Account, context: StackContext): readonly PolicyStatement[] {
  const { organization } = context;
  const common = { Sid: 'People', Effect: 'Allow', Action: 'sts:AssumeRole' } as const;
  if (organization.enterprise.signIn === 'iam-users') {
    const identityId = accountId(enterpriseAccountName(organization.name, 'identity'), context);
    return [
      {
        ...common,
        Principal: { AWS: `arn:aws:iam::${identityId}:root` },
        Condition: {
          ArnLike: { 'aws:PrincipalArn': userArnPattern(identityId) },
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        },
      },
    ];
  }
  const id = accountId(account.name, context);
  const set = permissionSetName(role, account.phase);
  const reserved = `arn:aws:iam::${id}:role/aws-reserved/sso.amazonaws.com`;
  return [
    {
      ...common,
      Principal: { AWS: `arn:aws:iam::${id}:root` },
      Condition: {
        ArnLike: { 'aws:PrincipalArn': ['/', '/*/'].map((region) => `${reserved}${region}AWSReservedSSO_${set}_*`) },
      },
    },
  ];
}
