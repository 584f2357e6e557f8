import { classNames } from '../simulate/action-classes.ts';
import { everybody, memberAccounts, runtimeAccounts, workingAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** What somebody leaves open to the world by mistake, and what the world would do with it. */
const leftOpen = {
  'open-object': ['s3:GetObject', 's3:PutObject'],
  'open-key': ['kms:Decrypt'],
  'open-queue': ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  'open-secret': ['secretsmanager:GetSecretValue'],
  'open-role': ['sts:AssumeRole'],
} as const;

const stillClosed = Object.entries(leftOpen).flatMap(([kind, actions]): readonly AccessPromise[] => [
  {
    sentence: `only principals of the organization reach what it holds, whatever a policy there says: ${kind.replace('-', ' ')}`,
    of: 'perimeter',
    who: { kinds: ['outsider', 'anonymous'] },
    does: { actions },
    to: { kinds: [kind], in: memberAccounts },
    expected: 'denied',
  },
  ...(kind === 'open-role'
    ? []
    : [
        {
          sentence: `a service works for this organization only, whatever a policy there says: ${kind.replace('-', ' ')}`,
          of: 'perimeter',
          who: { kinds: ['service'], names: '* for another organization' },
          does: { actions },
          to: { kinds: [kind], in: memberAccounts },
          expected: 'denied',
          mayBeEmpty: true,
        } as const,
      ]),
]);

/** Who comes from outside of the organization. */
export const perimeterPromises: readonly AccessPromise[] = [
  {
    sentence: 'nobody of another organization, and nobody unsigned, reaches anything',
    of: 'perimeter',
    who: { kinds: ['outsider', 'anonymous', 'trusted'] },
    does: classNames,
    to: {},
    expected: 'denied',
    throughOthers: true,
  },
  ...stillClosed,
  {
    sentence: 'a service of AWS that acts for another organization reaches nothing here',
    of: 'perimeter',
    who: { kinds: ['service'], names: '* for another organization' },
    does: classNames,
    to: {},
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'services work for the organization: what is left open to them is not shut by a guardrail',
    of: 'perimeter',
    who: { kinds: ['service'], names: '!* for another organization' },
    does: {
      on: {
        'open-object': ['s3:GetObject'],
        'open-key': ['kms:Decrypt'],
        'open-queue': ['sqs:SendMessage'],
        'open-role': ['sts:AssumeRole'],
      },
    },
    to: { in: workingAccounts },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'services that do not say for whom they work are let through: AWS promises the source of some calls only',
    of: 'perimeter',
    who: { kinds: ['service'], names: '!* for another organization' },
    does: { on: { 'open-object': ['s3:GetObject'], 'open-key': ['kms:Decrypt'], 'open-queue': ['sqs:SendMessage'] } },
    to: { in: workingAccounts },
    context: { 'aws:SourceAccount': undefined, 'aws:SourceOrgID': undefined, 'aws:SourceArn': undefined },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'a role of a runtime account is open to no other runtime account, whatever it trusts',
    of: 'perimeter',
    who: { kinds: ['any-administrator'], in: runtimeAccounts },
    does: { actions: ['sts:AssumeRole'] },
    to: { kinds: ['open-role'], where: 'other account', in: runtimeAccounts },
    expected: 'denied',
  },
  {
    sentence: 'a token of a public issuer is nobody, whatever a role there trusts',
    of: 'federation',
    who: { kinds: ['federated'], names: '* a stranger in *' },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['open-token-role'], in: workingAccounts },
    expected: 'denied',
  },
  {
    sentence: 'a token that was made for somebody else is nobody in delivery, whatever a role there trusts',
    of: 'federation',
    who: { kinds: ['federated'], names: '* for *' },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['open-token-role'], in: workingAccounts },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: "an assertion of somebody's own directory is nobody, whatever a role there trusts",
    of: 'federation',
    who: { kinds: ['federated'], names: 'a directory, *' },
    does: { actions: ['sts:AssumeRoleWithSAML'] },
    to: { kinds: ['open-directory-role'], in: memberAccounts },
    expected: 'denied',
  },
  {
    sentence: 'nobody but the platform says whose tokens an account takes',
    of: 'federation',
    who: {
      kinds: everybody,
      names: ['!bulkhead/deployer', '!OrganizationAccountAccessRole'],
      in: memberAccounts,
    },
    does: {
      on: {
        'identity-provider': [
          ...['iam:CreateOpenIDConnectProvider', 'iam:AddClientIDToOpenIDConnectProvider'],
          ...['iam:DeleteOpenIDConnectProvider', 'iam:UpdateOpenIDConnectProviderThumbprint'],
        ],
        directory: ['iam:CreateSAMLProvider', 'iam:UpdateSAMLProvider'],
      },
    },
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'the platform says whose tokens an account takes',
    of: 'federation',
    who: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: workingAccounts },
    does: { actions: ['iam:CreateOpenIDConnectProvider'] },
    to: { kinds: ['identity-provider'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'clusters bring their own provider',
    of: 'federation',
    who: { kinds: ['any-administrator'], in: runtimeAccounts },
    does: { actions: ['iam:CreateOpenIDConnectProvider'] },
    to: { kinds: ['cluster-provider'], where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'no bucket is reached without TLS, whoever asks',
    of: 'perimeter',
    who: { kinds: everybody },
    does: ['read-data', 'write-data', 'delete-data', 'read-config'],
    to: { kinds: ['bucket', 'object'], examples: false },
    context: { 'aws:SecureTransport': 'false' },
    expected: 'denied',
  },
];
