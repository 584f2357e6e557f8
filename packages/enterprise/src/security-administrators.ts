import { policyJson } from '@bulkhead/baseline';
import { platformPath } from '@bulkhead/model';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy/index.js';
import { IamGroup } from '@cdktf/provider-aws/lib/iam-group/index.js';
import { Construct } from 'constructs';

export interface SecurityAdministratorsProps {
  /** The identity account. */
  readonly accountId: string;
}

/** The only people who change users and groups: signed in with a second factor, and never the platform's own. */
export class SecurityAdministrators extends Construct {
  constructor(scope: Construct, id: string, { accountId }: SecurityAdministratorsProps) {
    super(scope, id);
    const group = new IamGroup(this, 'Default', { name: 'security-administrators', path: '/people/' });
    const own = (kind: string) => `arn:aws:iam::${accountId}:${kind}/people/*`;
    new IamGroupPolicy(this, 'permissions', {
      name: 'permissions',
      group: group.name,
      policy: policyJson([
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: ['iam:Get*', 'iam:List*', 'iam:GenerateCredentialReport', 'iam:GenerateServiceLastAccessedDetails'],
          Resource: '*',
        },
        {
          Sid: 'People',
          Effect: 'Allow',
          Action: [
            ...['CreateUser', 'DeleteUser', 'TagUser', 'UntagUser', 'AddUserToGroup', 'RemoveUserFromGroup'],
            ...['CreateLoginProfile', 'UpdateLoginProfile', 'DeleteLoginProfile', 'DeactivateMFADevice'],
          ].map((action) => `iam:${action}`),
          Resource: [own('user'), own('group')],
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
        {
          Sid: 'Platform',
          Effect: 'Deny',
          Action: 'iam:*',
          Resource: `arn:aws:iam::${accountId}:*${platformPath}*`,
          Condition: { StringNotLike: { 'aws:PrincipalArn': `arn:aws:iam::${accountId}:role${platformPath}*` } },
        },
      ]),
    });
  }
}
