import { type Organization, platformRoleArn } from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/** Who there is, who is in which group, and what users, groups and roles may do. Everybody's own device is no part. */
const changesToIam: readonly string[] = [
  'iam:Add*',
  'iam:Attach*',
  'iam:CreateGroup',
  'iam:CreateInstanceProfile',
  'iam:CreateOpenIDConnectProvider',
  'iam:CreatePolicy*',
  'iam:CreateRole',
  'iam:CreateSAMLProvider',
  'iam:CreateUser',
  'iam:DeleteGroup*',
  'iam:DeletePolicy*',
  'iam:DeleteRole*',
  'iam:DeleteUser*',
  'iam:Detach*',
  'iam:Put*',
  'iam:SetDefaultPolicyVersion',
  'iam:TagUser',
  'iam:UntagUser',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateGroup',
  'iam:UpdateRole*',
  'iam:UpdateSAMLProvider',
  'iam:UpdateUser',
];

const changesToDirectory: readonly string[] = [
  'identitystore:Create*',
  'identitystore:Delete*',
  'identitystore:Update*',
  'sso:Attach*',
  'sso:Create*',
  'sso:Delete*',
  'sso:Detach*',
  'sso:Put*',
  'sso:Update*',
  'sso-directory:AddMemberToGroup',
  'sso-directory:Create*',
  'sso-directory:DeleteGroup',
  'sso-directory:DeleteUser',
  'sso-directory:RemoveMemberFromGroup',
  'sso-directory:UpdateGroup*',
  // with another address somebody else gets the next password
  'sso-directory:UpdateUser*',
];

/** Stopping somebody, and letting somebody sign in again. */
const changesToCredentials: readonly string[] = [
  'iam:CreateLoginProfile',
  'iam:DeleteLoginProfile',
  'iam:RemoveUserFromGroup',
  'iam:UpdateLoginProfile',
];

const changesToSignIn: readonly string[] = [
  'sso-directory:DeleteMfaDeviceForUser',
  'sso-directory:DisableUser',
  'sso-directory:EnableUser',
  'sso-directory:UpdatePassword',
];

/**
 * In the identity account automation alone changes IAM, and security administrators passwords: whoever is administrator
 * there by some other way makes nobody, and gives nobody a group. Break-glass lets people sign in again, and no more.
 */
export function protectPeople(signIn: Organization['enterprise']['signIn']): readonly Statement[] {
  const root = 'arn:aws:iam::*:root';
  const trusted = ['security-administrator', 'break-glass'] as const;
  return [
    {
      Sid: 'People',
      Effect: 'Deny',
      Action: signIn === 'iam-users' ? changesToIam : [...changesToIam, ...changesToDirectory],
      Resource: ['*'],
      Condition: exceptRoles(deployerRoles),
    },
    {
      Sid: 'Passwords',
      Effect: 'Deny',
      Action: signIn === 'iam-users' ? changesToCredentials : [...changesToCredentials, ...changesToSignIn],
      Resource: ['*'],
      // sessions of AssumeRoot delete what the root user has left; `denyRootUser` keeps the root user itself away
      Condition: exceptRoles([...deployerRoles, ...trusted.map((role) => platformRoleArn('*', role)), root]),
    },
  ];
}
