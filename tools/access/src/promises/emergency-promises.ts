import { assume, everybody, signedIn } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const sealed = { names: 'break-glass/*', in: { Phase: 'identity' } } as const;
const emergency = { kinds: ['role'], names: 'bulkhead/break-glass' } as const;

/** Break-glass: two sealed principals, and what even they don't do. */
export const emergencyPromises: readonly AccessPromise[] = [
  {
    sentence: 'in an emergency each of two sealed users becomes administrator of a member account',
    of: 'break-glass',
    who: { kinds: ['user'], ...sealed },
    does: assume,
    to: emergency,
    context: signedIn,
    expected: 'allowed',
  },
  {
    sentence: 'the sealed users are let in within a quarter of an hour after their second factor',
    of: 'break-glass',
    who: { kinds: ['user', 'unlimited'], ...sealed },
    does: assume,
    to: { kinds: ['role'], examples: false },
    context: { ...signedIn, 'aws:MultiFactorAuthAge': '1000' },
    expected: 'denied',
  },
  {
    sentence: 'the sealed users are let in with a second factor only',
    of: 'break-glass',
    who: { kinds: ['user', 'unlimited'], ...sealed },
    does: assume,
    to: { kinds: ['role'], examples: false },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
  },
  ...[
    { without: 'without a second factor', context: { 'aws:MultiFactorAuthPresent': 'false' } },
    { without: 'later than a quarter of an hour after it', context: { ...signedIn, 'aws:MultiFactorAuthAge': '1000' } },
  ].map(({ without, context }): AccessPromise => ({
    sentence: `the sealed users become nobody ${without}, not even where a role lets everybody in`,
    of: 'break-glass',
    who: { kinds: ['user'], ...sealed },
    does: assume,
    to: { kinds: ['opened-role'], where: 'other account' },
    context,
    expected: 'denied',
  })),
  {
    sentence: 'the sealed users become nobody else, not even where a role lets everybody in',
    of: 'break-glass',
    who: { kinds: ['user'], ...sealed },
    does: assume,
    to: { kinds: ['opened-role'], names: '!bulkhead/break-glass*', where: 'other account' },
    expected: 'denied',
  },
  {
    sentence: 'no other role lets the sealed users in, whatever they are allowed',
    of: 'break-glass',
    who: { kinds: ['user', 'unlimited'], ...sealed },
    does: assume,
    to: { kinds: ['role'], names: '!bulkhead/break-glass', examples: false },
    expected: 'denied',
  },
  {
    sentence: 'the sealed users do nothing themselves',
    of: 'break-glass',
    who: { kinds: ['user'], ...sealed },
    does: ['administer-resource', 'read-config', 'read-data', 'write-data', 'delete-data', 'iam', 'network', 'billing'],
    to: {},
    expected: 'denied',
  },
  {
    sentence: 'nobody but the sealed users becomes the emergency role, whatever they are allowed',
    of: 'break-glass',
    who: { kinds: [...everybody, 'unlimited'], names: '!break-glass/*' },
    does: assume,
    to: emergency,
    expected: 'denied',
  },
  {
    sentence: 'even in an emergency the platform, its telemetry and its roles stay as they are',
    of: 'break-glass',
    who: emergency,
    does: {
      on: {
        'platform-role': ['iam:UpdateAssumeRolePolicy', 'iam:PutRolePolicy', 'iam:PassRole'],
        recorder: ['config:StopConfigurationRecorder'],
        link: ['oam:DeleteLink'],
        trail: ['cloudtrail:StopLogging'],
      },
    },
    to: { where: 'own account' },
    expected: 'denied',
  },
];
