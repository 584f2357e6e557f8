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
    signIn: 'iam-users',
  },
  {
    sentence: 'people become nobody with a second factor of yesterday, whatever they are allowed',
    of: 'sign-in',
    who: people,
    does: assume,
    to: { kinds: ['role'], examples: false },
    context: { ...signedIn, 'aws:MultiFactorAuthAge': '86400' },
    expected: 'denied',
    signIn: 'iam-users',
  },
  ...[
    { without: 'without a second factor', context: { 'aws:MultiFactorAuthPresent': 'false' } },
    { without: 'with a second factor of yesterday', context: { ...signedIn, 'aws:MultiFactorAuthAge': '86400' } },
  ].map(({ without, context }): AccessPromise => ({
    sentence: `people become nobody ${without}, not even where a role lets everybody in`,
    of: 'sign-in',
    who: { kinds: ['any-member', 'user'], in: identity },
    does: assume,
    to: { kinds: ['opened-role'], where: 'other account' },
    context,
    expected: 'denied',
  })),
  {
    sentence: 'people do nothing else without a second factor, whatever they are allowed besides',
    of: 'sign-in',
    who: { kinds: ['empowered'], names: 'people/any-member-of-people*', in: identity },
    does: ['iam', 'read-config'],
    to: { where: 'own account' },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
    signIn: 'iam-users',
  },
  {
    sentence: 'local roles let nobody in but people: no role of identity either, whatever it is allowed',
    of: 'members',
    who: { kinds: ['unlimited', 'any-administrator', 'role'], names: '!people/*', in: identity },
    does: assume,
    to: { kinds: ['role'], names: ['bulkhead/*', '!bulkhead/break-glass'], examples: false },
    expected: 'denied',
    signIn: 'iam-users',
  },
];
