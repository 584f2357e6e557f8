import { classNames } from '../simulate/action-classes.ts';
import { assume, everybody, signedIn } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const identity = { Phase: 'identity' } as const;
const people = { kinds: ['any-member', 'user', 'unlimited'], names: 'people/*', in: identity } as const;

/** Identity: who works there, and how people get from there to where they work. */
export const identityPromises: readonly AccessPromise[] = [
  {
    sentence: 'no workload in identity',
    of: 'no-workload',
    who: { kinds: everybody, in: identity },
    does: ['administer-resource', 'network', 'write-data', 'delete-data'],
    to: {
      kinds: ['instance', 'function', 'cluster', 'database', 'table', 'bucket', 'object', 'vpc'],
      where: 'own account',
    },
    expected: 'denied',
  },
  {
    sentence: 'in identity everything is disabled that is not IAM-related, but for the platform',
    of: 'iam-only',
    who: { kinds: ['any-administrator', 'any-member', 'user'], in: identity },
    does: ['administer-resource', 'read-data', 'write-data', 'delete-data', 'network', 'telemetry'],
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'who builds identity keeps its baseline: settings and telemetry',
    of: 'iam-only',
    who: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: identity },
    does: {
      on: {
        recorder: ['config:StopConfigurationRecorder'],
        link: ['oam:DeleteLink'],
        'log-group': ['logs:PutSubscriptionFilter'],
      },
    },
    to: { where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'people become nobody without a second factor, whatever they are allowed',
    of: 'sign-in',
    who: people,
    does: assume,
    to: { kinds: ['role'], examples: false },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'people become nobody with a second factor of yesterday, whatever they are allowed',
    of: 'sign-in',
    who: people,
    does: assume,
    to: { kinds: ['role'], examples: false },
    context: { ...signedIn, 'aws:MultiFactorAuthAge': '86400' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'people do nothing else without a second factor, whatever they are allowed besides',
    of: 'sign-in',
    who: { kinds: ['empowered'], names: 'people/any-member-of-people*', in: identity },
    does: ['iam', 'read-config'],
    to: { where: 'own account' },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'people change their own password and add a device without one',
    of: 'own-password',
    who: { kinds: ['user'], names: 'people/*', in: identity },
    does: { actions: ['iam:ChangePassword', 'iam:EnableMFADevice'] },
    to: { kinds: ['user'], where: 'self' },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'people take a device away with a second factor only',
    of: 'own-password',
    who: { kinds: ['user'], names: 'people/*', in: identity },
    does: { actions: ['iam:DeactivateMFADevice'] },
    to: { kinds: ['user'], where: 'self' },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'people change the password and device of nobody else',
    of: 'own-password',
    who: { kinds: ['user', 'any-member'], names: 'people/*', in: identity },
    does: { actions: ['iam:ChangePassword', 'iam:EnableMFADevice', 'iam:DeactivateMFADevice', 'iam:ResyncMFADevice'] },
    to: { kinds: ['user', 'person'], where: 'somebody else' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'nobody in identity has a key, whatever they are allowed besides',
    of: 'own-password',
    who: { kinds: ['any-administrator', 'any-member', 'user', 'role', 'empowered'], in: identity },
    does: {
      actions: ['iam:CreateAccessKey', 'iam:CreateServiceSpecificCredential', 'iam:UploadSSHPublicKey'],
    },
    to: { kinds: ['user', 'person'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'what Identity Center makes in an account leads into local roles, and to nothing else',
    of: 'sign-in-modes',
    who: { kinds: ['role'], names: 'aws-reserved/*' },
    does: classNames,
    to: {},
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'local roles let nobody in but people: not an administrator of any account',
    of: 'sign-in-modes',
    who: { kinds: ['any-administrator'] },
    does: assume,
    to: {
      kinds: ['role'],
      names: ['bulkhead/appeng', 'bulkhead/operator', 'bulkhead/observer', 'bulkhead/auditor', 'bulkhead/delivery-*'],
    },
    expected: 'denied',
  },
  {
    sentence: 'platform engineers run the controller, signed in with a second factor',
    of: 'controller',
    who: { kinds: ['any-member'], names: '*platform-engineers', in: identity },
    does: assume,
    to: { kinds: ['role'], names: 'bulkhead/controller', in: { Phase: 'delivery' } },
    context: { ...signedIn, 'aws:PrincipalTag/group-platform-engineers': 'member' },
    expected: 'allowed',
    mayBeEmpty: true,
  },
];
