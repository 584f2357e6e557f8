import { classNames } from '../simulate/action-classes.ts';
import type { AccessPromise } from './promise.ts';

const identity = { Phase: 'identity' } as const;

/** Who changes IAM: security administrators a little, automation the rest. */
export const securityAdministratorPromises: readonly AccessPromise[] = [
  {
    sentence: 'security administrators take a lost password, device or membership away',
    of: 'iam-changes',
    who: { kinds: ['role'], names: 'bulkhead/security-administrator', in: identity },
    does: { actions: ['iam:UpdateLoginProfile', 'iam:DeleteLoginProfile', 'iam:DeactivateMFADevice'] },
    to: { kinds: ['person'], where: 'own account' },
    expected: 'allowed',
    signIn: 'iam-users',
  },
  {
    sentence: 'security administrators change people only',
    of: 'iam-changes',
    who: { kinds: ['role'], names: 'bulkhead/security-administrator', in: identity },
    does: {
      on: {
        user: [
          ...['iam:UpdateLoginProfile', 'iam:CreateLoginProfile', 'iam:DeleteLoginProfile'],
          ...['iam:DeactivateMFADevice', 'iam:DeleteAccessKey', 'iam:UpdateAccessKey'],
        ],
        group: ['iam:RemoveUserFromGroup'],
      },
    },
    to: { names: '!people/*', where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'security administrators make nobody, and nobody a member of anything',
    of: 'iam-changes',
    who: { kinds: ['role', 'any-member', 'user'], names: ['bulkhead/security-administrator', 'people/*'] },
    does: {
      on: {
        person: [
          ...['iam:AttachUserPolicy', 'iam:PutUserPolicy', 'iam:CreateUser', 'iam:CreateAccessKey'],
          ...['iam:TagUser', 'iam:UntagUser'],
        ],
        group: ['iam:AddUserToGroup', 'iam:PutGroupPolicy'],
      },
    },
    to: { in: identity },
    expected: 'denied',
  },
  {
    sentence: 'security administrators change nothing outside of identity',
    of: 'iam-changes',
    who: { kinds: ['role'], names: 'bulkhead/security-administrator', in: { Phase: '!identity' } },
    does: classNames.filter((name) => name !== 'read-config'),
    to: {},
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'security administrators see who may do what, in every account',
    of: 'iam-changes',
    who: { kinds: ['role'], names: 'bulkhead/security-administrator' },
    does: { actions: ['iam:GetRole'] },
    to: { kinds: ['role'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'nobody else of identity changes IAM there',
    of: 'iam-changes',
    who: {
      kinds: ['role', 'any-member', 'user'],
      names: ['deployer', 'break-glass', 'security-administrator']
        .map((name) => `!bulkhead/${name}`)
        .concat('!OrganizationAccountAccessRole'),
      in: identity,
    },
    does: 'iam',
    to: { where: 'own account' },
    expected: 'denied',
  },
];
