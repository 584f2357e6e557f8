import type { Context } from '../world/world.ts';
import { assume } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const config = 'acme-shared-services/acme-shared-services-config-222200000002';
const delivered = { 's3:x-amz-acl': 'bucket-owner-full-control' } as const;

const wrongSources: readonly { readonly service: string; readonly is: string; readonly context: Context }[] = [
  {
    service: 'logs.amazonaws.com',
    is: 'something else than logs',
    context: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:222200000005:any' },
  },
  {
    service: 's3.amazonaws.com',
    is: 'another bucket',
    context: { 'aws:SourceAccount': '222200000000', 'aws:SourceArn': 'arn:aws:s3:::another' },
  },
  { service: 's3.amazonaws.com', is: 'another account', context: { 'aws:SourceAccount': '222200000005' } },
];

const bills = { kinds: ['object'], places: 'management/acme-billing-exports-*' } as const;
const ofExport = {
  'aws:SourceAccount': '222200000000',
  'aws:SourceArn': 'arn:aws:bcm-data-exports:us-east-1:222200000000:export/any',
} as const;

/** Who sends telemetry to shared services of the example organization, each in its own name. */
export const acmeSenderPromises: readonly AccessPromise[] = [
  {
    sentence: 'Data Exports writes what every account is charged',
    of: 'spend',
    who: { kinds: ['service'], names: 'bcm-data-exports.amazonaws.com' },
    does: { actions: ['s3:PutObject'] },
    to: bills,
    context: ofExport,
    expected: 'allowed',
  },
  ...[
    { 'aws:SourceAccount': '222200000005' },
    { 'aws:SourceArn': 'arn:aws:bcm-data-exports:us-east-1:222200000005:export/any' },
  ].map((context, index): AccessPromise => ({
    sentence: `Data Exports writes no export of another account: told by its ${index === 0 ? 'number' : 'ARN'}`,
    of: 'spend',
    who: { kinds: ['service'], names: 'bcm-data-exports.amazonaws.com' },
    does: { actions: ['s3:PutObject'] },
    to: bills,
    context: { ...ofExport, ...context },
    expected: 'denied',
  })),
  ...wrongSources.map(({ service, is, context }): AccessPromise => ({
    sentence: `${service} becomes a role for what the role is for only, not for ${is}`,
    of: 'perimeter',
    who: { kinds: ['service'], names: service },
    does: assume,
    to: { kinds: ['role'], examples: false },
    context,
    expected: 'denied',
  })),
  {
    sentence: 'alarms of another account are sent nowhere here',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudwatch.amazonaws.com' },
    does: { on: { topic: ['sns:Publish'], key: ['kms:GenerateDataKey', 'kms:Decrypt'] } },
    to: { in: { Phase: 'shared-services' }, examples: false },
    context: { 'aws:SourceAccount': '222200000005' },
    expected: 'denied',
  },
  {
    sentence: 'alarms are sent',
    of: 'flows-in',
    who: { kinds: ['service'], names: 'cloudwatch.amazonaws.com' },
    does: { actions: ['sns:Publish'] },
    to: { kinds: ['topic'], in: { Phase: 'shared-services' }, examples: false },
    context: { 'aws:SourceAccount': '222200000002' },
    expected: 'allowed',
  },
  {
    sentence: 'what bills say is copied by the one role that copies it',
    of: 'flows-in',
    who: { kinds: ['role', 'unlimited'], names: '!bulkhead/billing-replicator*' },
    does: { actions: ['s3:ReplicateObject'] },
    to: { kinds: ['object'], names: '*-shared-services-billing-*' },
    expected: 'denied',
    unguarded: true,
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
