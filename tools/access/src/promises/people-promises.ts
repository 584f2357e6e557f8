import { assume, signedIn } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const identity = { Phase: 'identity' } as const;

/** What people do themselves, and who lets them in. */
export const peoplePromises: readonly AccessPromise[] = [
  {
    sentence: 'people change their own password and add a device without one',
    of: 'own-password',
    who: { kinds: ['user'], names: 'people/*', in: identity },
    does: { actions: ['iam:ChangePassword', 'iam:EnableMFADevice'] },
    to: { kinds: ['user'], where: 'self' },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'allowed',
    signIn: 'iam-users',
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
    signIn: 'iam-users',
    mayBeEmpty: true,
  },
  {
    sentence: 'people change the password and device of nobody else',
    of: 'own-password',
    who: { kinds: ['user', 'any-member'], names: 'people/*', in: identity },
    does: { actions: ['iam:ChangePassword', 'iam:EnableMFADevice', 'iam:DeactivateMFADevice', 'iam:ResyncMFADevice'] },
    to: { kinds: ['user', 'person'], where: 'somebody else' },
    expected: 'denied',
    signIn: 'iam-users',
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
    signIn: 'iam-users',
  },
];
