import type { AccessPromise } from './promise.ts';

const archive = 'acme-shared-services/acme-shared-services-archive-222200000002';
const config = 'acme-shared-services/acme-shared-services-config-222200000002';
const delivered = { 's3:x-amz-acl': 'bucket-owner-full-control' } as const;
const ofTrail = {
  ...delivered,
  'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222200000000:trail/acme-trail',
} as const;

/** What flows into shared services of the example organization, and from whom. */
export const acmeTelemetryPromises: readonly AccessPromise[] = [
  {
    sentence: 'CloudTrail writes what happens in every account into the archive',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudtrail.amazonaws.com' },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], places: [`${archive}/AWSLogs/o-exampleacme/*`, `${archive}/AWSLogs/222200000000/*`] },
    context: ofTrail,
    expected: 'allowed',
  },
  {
    sentence: 'another trail, of this organization too, writes nothing into the archive',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudtrail.amazonaws.com' },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], in: { Phase: 'shared-services' }, examples: false },
    context: { ...delivered, 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222200000005:trail/another' },
    expected: 'denied',
  },
  {
    sentence: 'CloudTrail writes nowhere else',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudtrail.amazonaws.com' },
    does: { actions: ['s3:PutObject'] },
    to: {
      kinds: ['object'],
      places: [`!${archive}/AWSLogs/o-exampleacme/*`, `!${archive}/AWSLogs/222200000000/*`],
      examples: false,
    },
    context: ofTrail,
    expected: 'denied',
  },
  {
    sentence: "an account's recorder writes what it records of that account",
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/config-recorder', in: { Account: 'acme-retail-dev' } },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], places: `${config}/AWSLogs/222200000005/Config/*` },
    context: delivered,
    expected: 'allowed',
  },
  {
    sentence: "an account's recorder writes nothing in the name of another account",
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/config-recorder', in: { Account: 'acme-retail-dev' } },
    does: ['write-data', 'delete-data', 'read-data'],
    to: { kinds: ['object'], places: ['acme-shared-services/*', `!${config}/AWSLogs/222200000005/Config/*`] },
    expected: 'denied',
  },
  ...(['retail', 'bi', 'startup'] as const).flatMap((unit): readonly AccessPromise[] => [
    {
      sentence: `application logs of ${unit} flow to the stream of ${unit}`,
      of: 'flows-in',
      who: { kinds: ['role'], names: 'bulkhead/deployer', in: { BusinessUnit: unit, Account: '!*-delivery' } },
      does: { actions: ['logs:PutSubscriptionFilter'] },
      to: { kinds: ['log-destination'], names: `bulkhead-${unit}` },
      expected: 'allowed',
    },
    {
      sentence: `nobody of another unit writes into the stream of ${unit}`,
      of: 'flows-in',
      who: {
        kinds: ['any-administrator', 'role'],
        in: { BusinessUnit: `!${unit}`, Phase: ['!shared-services', '!management'] },
      },
      does: { actions: ['logs:PutSubscriptionFilter'] },
      to: { kinds: ['log-destination'], names: `bulkhead-${unit}` },
      expected: 'denied',
    },
  ]),
];
