import { everybodyWhateverAllowed, memberAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const archive = 'acme-shared-services/acme-shared-services-archive-222200000002';
const owners = { 's3:x-amz-acl': 'bucket-owner-full-control' } as const;
const trailIn = (region: string, accountId: string) => ({
  'aws:SourceArn': `arn:aws:cloudtrail:${region}:${accountId}:trail/data-events`,
});
/** A trail of an account whose data is sensitive, where the organization is at home and where it is not. */
const trails = {
  'the home Region': trailIn('eu-west-1', '222200000007'),
  'another Region': trailIn('us-east-1', '222200000013'),
} as const;
const cloudTrail = { kinds: ['service'], names: 'cloudtrail.amazonaws.com' } as const;
const strange = { kinds: ['service'], names: 'cloudtrail.amazonaws.com for another organization' } as const;
const keys = { kinds: ['key'], in: { Phase: 'shared-services' }, examples: false } as const;

/** Who reads and writes sensitive data is recorded where nobody of its account reaches. */
export const acmeDataEventPromises: readonly AccessPromise[] = [
  ...Object.entries(trails).flatMap(([where, trail]): readonly AccessPromise[] => [
    {
      sentence: `who reads and writes sensitive data is written into the archive from ${where}`,
      of: 'flows-in',
      who: cloudTrail,
      does: { actions: ['s3:PutObject'] },
      to: { kinds: ['object'], places: `${archive}/AWSLogs/*` },
      context: { ...owners, ...trail },
      expected: 'allowed',
    },
    {
      sentence: `who reads and writes sensitive data is written nowhere else from ${where}`,
      of: 'flows-in',
      who: cloudTrail,
      does: { actions: ['s3:PutObject'] },
      to: { kinds: ['object'], places: `!${archive}/AWSLogs/*`, examples: false },
      context: { ...owners, ...trail },
      expected: 'denied',
    },
    {
      sentence: `a trail of sensitive data gives the owner of the bucket control over what it writes from ${where}`,
      of: 'flows-in',
      who: cloudTrail,
      does: { actions: ['s3:PutObject'] },
      to: { kinds: ['object'], examples: false },
      context: { 's3:x-amz-acl': 'private', ...trail },
      expected: 'denied',
    },
    {
      sentence: `who reads and writes sensitive data is encrypted like the rest of the archive from ${where}`,
      of: 'flows-in',
      who: cloudTrail,
      does: { actions: ['kms:GenerateDataKey'] },
      to: keys,
      context: trail,
      expected: 'allowed',
    },
    {
      sentence: `a trail of that name in another organization writes nothing into the archive from ${where}, guardrails or not`,
      of: 'flows-in',
      who: strange,
      does: { actions: ['s3:PutObject'] },
      to: { kinds: ['object'], in: { Phase: 'shared-services' }, examples: false },
      context: { ...owners, ...trail },
      expected: 'denied',
      unguarded: true,
    },
    {
      sentence: `a trail of that name in another organization sees no settings of the archive from ${where}, guardrails or not`,
      of: 'flows-in',
      who: strange,
      does: { actions: ['s3:GetBucketAcl'] },
      to: { kinds: ['bucket'], in: { Phase: 'shared-services' }, examples: false },
      context: trail,
      expected: 'denied',
      unguarded: true,
    },
    {
      sentence: `a trail of that name in another organization is encrypted with no key of telemetry from ${where}, guardrails or not`,
      of: 'flows-in',
      who: strange,
      does: { actions: ['kms:GenerateDataKey'] },
      to: keys,
      context: trail,
      expected: 'denied',
      unguarded: true,
    },
  ]),
  {
    sentence: 'what records who reads sensitive data is not stopped, narrowed or sent elsewhere',
    of: 'unmodified',
    who: {
      kinds: everybodyWhateverAllowed,
      names: ['!bulkhead/deployer*', '!OrganizationAccountAccessRole*'],
      in: memberAccounts,
    },
    does: {
      actions: ['StopLogging', 'DeleteTrail', 'PutEventSelectors', 'UpdateTrail'].map((each) => `cloudtrail:${each}`),
    },
    to: { kinds: ['trail'], names: 'data-events', examples: false },
    expected: 'denied',
  },
];
