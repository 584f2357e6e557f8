import { classNames } from '../simulate/action-classes.ts';
import { assume, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const identity = { Phase: 'identity' } as const;
const sets = { kinds: ['role'], names: 'aws-reserved/*' } as const;
const securityAdministrator = { kinds: ['role'], names: 'bulkhead/security-administrator', in: identity } as const;
const weighty = { ...runtimeAccounts, DataClass: ['sanitized', 'sensitive'] } as const;

/** Of a person in the directory: they are about no resource. */
const takesSignInAway = ['sso-directory:UpdatePassword', 'sso-directory:DeleteMfaDeviceForUser'];

const centerPromises: readonly Omit<AccessPromise, 'signIn'>[] = [
  {
    sentence: 'what Identity Center makes in an account leads into local roles, and to nothing else',
    of: 'sign-in-modes',
    who: sets,
    does: classNames,
    to: {},
    expected: 'denied',
  },
  {
    sentence: 'what Identity Center makes in an account opens no other one, not even where a role lets everybody in',
    of: 'sign-in-modes',
    who: sets,
    does: assume,
    to: { kinds: ['role', 'opened-role'], where: 'other account' },
    expected: 'denied',
  },
  {
    sentence:
      'local roles let in permission sets only: no other role, not one of the same name, whatever it is allowed',
    of: 'members',
    who: { kinds: ['unlimited', 'any-administrator'], names: ['!aws-reserved/*', '!break-glass/*'] },
    does: assume,
    to: {
      kinds: ['role'],
      names: [
        ...['appeng', 'operator', 'observer', 'auditor', 'security-administrator', 'telemetry-reader'],
        ...['reader-*', 'delivery-user', 'delivery-admin'],
      ].map((name) => `bulkhead/${name}`),
      examples: false,
    },
    expected: 'denied',
  },
  {
    sentence: 'security administrators take a lost password or device away in the directory, and stop somebody',
    of: 'iam-changes',
    who: securityAdministrator,
    does: { actions: [...takesSignInAway, 'sso-directory:DisableUser'] },
    to: { kinds: ['account'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'security administrators make nobody in the directory, and nobody a member of anything',
    of: 'iam-changes',
    who: securityAdministrator,
    does: {
      actions: [
        ...['sso-directory:CreateUser', 'sso-directory:AddMemberToGroup', 'sso-directory:UpdateUser'],
        ...['sso-directory:CreateGroup', 'sso-directory:DeleteUser'],
      ],
    },
    to: { kinds: ['account'], where: 'own account' },
    // the role's own policy keeps from it, and so does a guardrail
    unguarded: true,
    expected: 'denied',
  },
  {
    sentence: 'in identity permission sets and who has them are changed by nobody but who builds it',
    of: 'iam-changes',
    who: {
      kinds: ['any-administrator', 'role', 'user', 'unlimited'],
      names: ['!bulkhead/deployer', '!bulkhead/deployer,*', '!OrganizationAccountAccessRole'],
      in: identity,
    },
    does: {
      on: {
        'permission-set': [
          ...['sso:PutInlinePolicyToPermissionSet', 'sso:AttachManagedPolicyToPermissionSet'],
          ...['sso:UpdatePermissionSet', 'sso:CreateAccountAssignment', 'sso:DeleteAccountAssignment'],
        ],
        'directory-group': ['identitystore:CreateGroupMembership', 'identitystore:DeleteGroup'],
        account: ['sso-directory:AddMemberToGroup', 'sso-directory:CreateUser', 'sso-directory:UpdateUser'],
      },
    },
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'in identity nobody whom somebody makes there takes a password or device of the directory away',
    of: 'iam-changes',
    who: { kinds: ['any-administrator'], in: identity },
    does: { actions: takesSignInAway },
    to: { kinds: ['account'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'who builds identity writes permission sets and assigns them',
    of: 'iam-changes',
    who: { kinds: ['role'], names: 'bulkhead/deployer', in: identity },
    does: { actions: ['sso:PutInlinePolicyToPermissionSet', 'sso:CreateAccountAssignment'] },
    to: { kinds: ['permission-set'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'people who come from Identity Center read no data where it could be recognized, whatever they become',
    of: 'people-read-nothing',
    who: sets,
    does: 'read-data',
    to: { in: weighty, kinds: ['!log-stream', '!key'] },
    expected: 'denied',
    throughOthers: true,
    butFor: 'workload/*',
    // an organization may hold nothing of weight
    mayBeEmpty: true,
  },
  {
    sentence:
      'engineers who come from Identity Center make nothing where data is not harmless: they have no role that does',
    of: 'builds',
    who: { kinds: ['role'], names: 'aws-reserved/*AWSReservedSSO_appeng-*' },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network'],
    to: { in: weighty },
    expected: 'denied',
    throughOthers: true,
    mayBeEmpty: true,
  },
];

/** Where people come from Identity Center: what stands there for the users and groups of IAM. */
export const identityCenterPromises: readonly AccessPromise[] = centerPromises.map((each) => ({
  ...each,
  signIn: 'identity-center',
}));
