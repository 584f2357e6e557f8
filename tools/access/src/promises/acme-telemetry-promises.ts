import type { AccessPromise } from './promise.ts';

const archive = 'acme-shared-services/acme-shared-services-archive-222200000002';
const config = 'acme-shared-services/acme-shared-services-config-222200000002';
const delivered = { 's3:x-amz-acl': 'bucket-owner-full-control' } as const;
const ofTrail = {
  ...delivered,
  'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222200000000:trail/acme-trail',
} as const;

const bucketOf = (kind: string) => `acme-shared-services/acme-shared-services-${kind}-222200000002`;
const anotherAcl = { but: 'without control for the owner of the bucket', context: { 's3:x-amz-acl': 'private' } };

/** Services that write into buckets of shared services, what a request of theirs carries, and what it must not. */
const deliveries = [
  {
    service: 'config.amazonaws.com',
    what: 'records of AWS Config',
    writes: `${config}/AWSLogs/*/Config/*`,
    context: delivered,
    wrong: [anotherAcl],
  },
  {
    service: 'delivery.logs.amazonaws.com',
    what: 'flow and name query logs',
    writes: `${archive}/AWSLogs/*`,
    context: { ...delivered, 'aws:SourceArn': 'arn:aws:logs:eu-west-1:222200000005:delivery-source:any' },
    wrong: [
      anotherAcl,
      {
        but: 'in the name of something else than logs',
        context: { 'aws:SourceArn': 'arn:aws:ec2:eu-west-1:1:vpc/any' },
      },
    ],
  },
  {
    service: 'logging.s3.amazonaws.com',
    what: 'access logs',
    writes: [`${bucketOf('access-logs')}/*`],
    context: {
      'aws:SourceAccount': '222200000002',
      'aws:SourceArn': 'arn:aws:s3:::acme-shared-services-archive-222200000002',
    },
    wrong: [
      { but: 'of another account', context: { 'aws:SourceAccount': '222200000005' } },
      { but: 'of another bucket', context: { 'aws:SourceArn': 'arn:aws:s3:::another' } },
    ],
  },
] as const;

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
    sentence: 'another trail, of this organization too, is encrypted with no key of telemetry',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudtrail.amazonaws.com' },
    does: { actions: ['kms:GenerateDataKey'] },
    to: { kinds: ['key'], in: { Phase: 'shared-services' }, examples: false },
    context: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222200000005:trail/another' },
    expected: 'denied',
  },
  {
    sentence: 'the trail is encrypted as what it is',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudtrail.amazonaws.com' },
    does: { actions: ['kms:GenerateDataKey'] },
    to: { kinds: ['key'], in: { Phase: 'shared-services' }, examples: false },
    context: {
      'aws:SourceArn': ofTrail['aws:SourceArn'],
      'kms:EncryptionContext:aws:cloudtrail:arn': 'arn:aws:cloudtrail:eu-west-1:222200000005:trail/another',
    },
    expected: 'denied',
  },
  {
    sentence: 'CloudTrail looks at its own bucket only, for its own trail only',
    of: 'flows-in',
    who: { kinds: ['service'], names: ['cloudtrail.amazonaws.com', 'delivery.logs.amazonaws.com'] },
    does: { actions: ['s3:GetBucketAcl'] },
    to: { kinds: ['bucket'], examples: false },
    context: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:222200000005:trail/another' },
    expected: 'denied',
  },
  {
    sentence: 'the trail gives the owner of the bucket control over what it writes',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudtrail.amazonaws.com' },
    does: { actions: ['s3:PutObject'] },
    to: { kinds: ['object'], examples: false },
    context: { ...ofTrail, 's3:x-amz-acl': 'private' },
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
  ...deliveries.flatMap(({ service, what, writes, context, wrong }): readonly AccessPromise[] => [
    {
      sentence: `${what} flow in from ${service}`,
      of: 'flows-in',
      who: { kinds: ['service'], names: service },
      does: { actions: ['s3:PutObject'] },
      to: { kinds: ['object'], places: writes },
      context,
      expected: 'allowed',
    },
    {
      sentence: `${what} from ${service} flow nowhere else`,
      of: 'flows-in',
      who: { kinds: ['service'], names: service },
      does: { actions: ['s3:PutObject'] },
      to: { kinds: ['object'], places: [writes].flat().map((each) => `!${each}`), examples: false },
      context,
      expected: 'denied',
    },
    ...wrong.map(({ but, context: changed }): AccessPromise => ({
      sentence: `what comes from ${service} ${but} is not taken`,
      of: 'flows-in',
      who: { kinds: ['service'], names: service },
      does: { actions: ['s3:PutObject'] },
      to: { kinds: ['object'], examples: false },
      context: { ...context, ...changed },
      expected: 'denied',
    })),
  ]),
];
