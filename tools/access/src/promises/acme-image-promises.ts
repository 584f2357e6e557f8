import type { AccessPromise } from './promise.ts';

const copies = { kinds: ['repository'], in: { Account: 'acme-delivery' }, regions: 'eu-central-1' } as const;

/** Images of the example organization in the Region in which retail recovers, where nothing is pushed. */
export const acmeImagePromises: readonly AccessPromise[] = [
  {
    sentence: 'retail pulls its images where it recovers, home being out of reach',
    of: 'artifacts',
    who: { kinds: ['any-administrator'], in: { Account: 'acme-retail-dr' } },
    does: { actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] },
    to: { ...copies, names: ['retail/shop', 'platform/base'], examples: false },
    expected: 'allowed',
  },
  {
    sentence: 'functions run images where retail recovers',
    of: 'artifacts',
    who: { kinds: ['service'], names: 'lambda.amazonaws.com' },
    does: { actions: ['ecr:BatchGetImage'] },
    to: { ...copies, names: 'retail/shop', examples: false },
    expected: 'allowed',
  },
  {
    sentence: 'no pipeline writes a copy of an image: replication does',
    of: 'artifacts',
    who: { kinds: ['role'], names: ['bulkhead/apply-*', 'bulkhead/plan-*'] },
    does: ['write-data', 'delete-data'],
    to: { ...copies, examples: false },
    expected: 'denied',
  },
];
