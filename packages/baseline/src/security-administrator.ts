import { type Account, type Organization, enterpriseAccountName, peoplePath } from '@bulkhead/model';
import { accountId } from './account-stack.ts';
import type { PolicyStatement } from './policy-json.ts';
import type { StackContext } from './stack-context.ts';

/**
 * What security administrators may do in an account: read who may do what, everywhere.
 *
 * In the identity account they also give and take passwords and devices, and stop somebody; users, groups and who is in
 * them come from the definition, through the deployer, and from nobody else.
 */
export function securityAdministration(account: Account, context: StackContext): readonly PolicyStatement[] {
  const { name, enterprise } = context.organization;
  const read: PolicyStatement = {
    Sid: 'Read',
    Effect: 'Allow',
    Action: [
      ...['iam:Get*', 'iam:List*', 'iam:GenerateCredentialReport', 'iam:GenerateServiceLastAccessedDetails'],
      ...['access-analyzer:Get*', 'access-analyzer:List*'],
    ],
    Resource: '*',
  };
  if (account.name !== enterpriseAccountName(name, 'identity')) return [read];
  return [read, ...containment[enterprise.signIn](accountId(account.name, context))];
}

const containment: Readonly<Record<Organization['enterprise']['signIn'], (id: string) => readonly PolicyStatement[]>> =
  {
    'iam-users': (id) => [
      {
        Sid: 'People',
        Effect: 'Allow',
        Action: [
          ...['CreateLoginProfile', 'UpdateLoginProfile', 'DeleteLoginProfile', 'DeactivateMFADevice'],
          ...['DeleteAccessKey', 'UpdateAccessKey', 'RemoveUserFromGroup'],
        ].map((action) => `iam:${action}`),
        Resource: ['user', 'group'].map((kind) => `arn:aws:iam::${id}:${kind}${peoplePath}*`),
      },
    ],
    'identity-center': () => [
      {
        Sid: 'Directory',
        Effect: 'Allow',
        Action: [
          ...['identitystore:Describe*', 'identitystore:List*', 'sso:Describe*', 'sso:Get*', 'sso:List*'],
          ...['sso-directory:Describe*', 'sso-directory:List*', 'sso-directory:Search*'],
        ],
        Resource: '*',
      },
      {
        // Identity Center has no resources for users
        Sid: 'People',
        Effect: 'Allow',
        Action: ['DeleteMfaDeviceForUser', 'DisableUser', 'UpdatePassword'].map((action) => `sso-directory:${action}`),
        Resource: '*',
      },
    ],
  };
