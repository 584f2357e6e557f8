import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import type { Organization } from '@bulkhead/model';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy/index.js';
import { IamGroup } from '@cdktf/provider-aws/lib/iam-group/index.js';
import { Construct } from 'constructs';

const people = '/people/';
/** Name of the permission set through which they come from Identity Center into the delivery account. */
const permissionSet = 'PlatformEngineers';

export interface PlatformEngineersProps {
  /** ARNs of the roles that they assume. */
  readonly roleArns: readonly string[];
}

/** The people who plan and apply limits by hand: with a second factor they become the controller, and nothing else. */
export class PlatformEngineers extends Construct {
  constructor(scope: Construct, id: string, { roleArns }: PlatformEngineersProps) {
    super(scope, id);
    const group = new IamGroup(this, 'Default', { name: 'platform-engineers', path: people });
    new IamGroupPolicy(this, 'permissions', {
      name: 'permissions',
      group: group.name,
      policy: policyJson([
        {
          Sid: 'Become',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: roleArns,
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
      ]),
    });
  }
}

/**
 * Trust in them, for a role of the delivery account.
 *
 * IAM users are named by their path only, since a policy can't name a group: what lets one of them in is the policy of
 * the group, which has to allow it as well. Roles of a permission set stand under a path where only AWS makes roles,
 * with the Region of Identity Center in it unless that is us-east-1.
 * Source: IAM User Guide, cross-account policy evaluation; IAM Identity Center User Guide, permission sets in policies.
 */
export function platformEngineersTrust(
  signIn: Organization['enterprise']['signIn'],
  accounts: { readonly identity: string; readonly delivery: string },
): PolicyStatement {
  const common = { Sid: 'PlatformEngineers', Effect: 'Allow', Action: 'sts:AssumeRole' } as const;
  if (signIn === 'iam-users') {
    return {
      ...common,
      Principal: { AWS: `arn:aws:iam::${accounts.identity}:root` },
      Condition: {
        ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${accounts.identity}:user${people}*` },
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      },
    };
  }
  const reserved = `arn:aws:iam::${accounts.delivery}:role/aws-reserved/sso.amazonaws.com`;
  return {
    ...common,
    Principal: { AWS: `arn:aws:iam::${accounts.delivery}:root` },
    Condition: {
      ArnLike: {
        'aws:PrincipalArn': ['/', '/*/'].map((region) => `${reserved}${region}AWSReservedSSO_${permissionSet}_*`),
      },
    },
  };
}
