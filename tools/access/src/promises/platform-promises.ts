import { memberAccounts, workingAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** Who isn't the platform: those who could be made in an account, and people. */
const everybodyElse = ['any-administrator', 'any-member', 'user'] as const;

/** The platform deploys every account, and nobody else touches it there. */
export const platformPromises: readonly AccessPromise[] = [
  {
    sentence: "guardrails protect the platform's roles: nobody but the platform changes or lends them",
    of: 'platform',
    who: { kinds: everybodyElse, in: memberAccounts },
    does: {
      actions: [
        'iam:UpdateAssumeRolePolicy',
        'iam:PutRolePolicy',
        'iam:AttachRolePolicy',
        'iam:DeleteRole',
        'iam:PassRole',
      ],
    },
    to: { kinds: ['role'], names: ['bulkhead/*', 'OrganizationAccountAccessRole'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: "guardrails protect the platform's roles: nobody but the platform makes one of that name",
    of: 'platform',
    who: { kinds: everybodyElse, in: memberAccounts },
    does: { actions: ['iam:CreateRole', 'iam:PutRolePolicy'] },
    to: { kinds: ['platform-role'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: "guardrails protect the platform's policies: nobody but the platform changes them",
    of: 'platform',
    who: { kinds: everybodyElse, in: memberAccounts },
    does: { actions: ['iam:CreatePolicy', 'iam:CreatePolicyVersion', 'iam:DeletePolicy'] },
    to: { kinds: ['platform-policy'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: "who builds an account makes the platform's policies",
    of: 'platform',
    who: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: workingAccounts },
    does: { actions: ['iam:CreatePolicy', 'iam:CreatePolicyVersion'] },
    to: { kinds: ['platform-policy'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'nobody makes an account invisible',
    of: 'platform',
    who: { kinds: everybodyElse, in: memberAccounts },
    does: {
      actions: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
    },
    to: { kinds: ['trail'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'nobody makes an account invisible: detectors, recorders, links and subscriptions stay',
    of: 'platform',
    who: { kinds: everybodyElse, in: memberAccounts },
    does: 'telemetry',
    to: { kinds: ['detector', 'recorder', 'link', 'sink'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: "each account's provider assumes the deployer, which may build and protect the account",
    of: 'platform',
    who: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: workingAccounts },
    does: { actions: ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'] },
    to: { kinds: ['role'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'who builds an account keeps its telemetry and its block on public access',
    of: 'platform',
    who: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: workingAccounts },
    does: {
      actions: ['s3:PutAccountPublicAccessBlock'],
    },
    to: { kinds: ['account'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'raising quotas is reserved to the controller',
    of: 'limits',
    who: { kinds: ['any-administrator', 'any-member', 'user'], in: memberAccounts },
    does: { actions: ['servicequotas:RequestServiceQuotaIncrease'] },
    to: { kinds: ['quota'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'raising quotas is reserved to the controller: not even who deploys the account',
    of: 'limits',
    who: { kinds: ['role'], names: ['!*/controller', '!bulkhead/controller'], in: memberAccounts },
    does: { actions: ['servicequotas:RequestServiceQuotaIncrease'] },
    to: { kinds: ['quota'], where: 'own account' },
    expected: 'denied',
  },
];
