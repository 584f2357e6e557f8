import type { AccessPromise } from './promise.ts';

const archive = 'acme-shared-services/acme-shared-services-archive-222200000002';
const config = 'acme-shared-services/acme-shared-services-config-222200000002';
const queries = 'acme-shared-services/acme-shared-services-queries-222200000002';

/** Accounts of units, by number, written by hand: the model must not say what the model is checked against. */
const accountsOf = {
  retail: ['222200000005', '222200000006', '222200000007', '222200000008'],
  bi: ['222200000009', '222200000010', '222200000011'],
  startup: ['222200000012', '222200000013'],
} as const;

/** Readers of a unit read what its accounts tell, and nothing of others. */
export const acmeReaderPromises: readonly AccessPromise[] = Object.entries(accountsOf).flatMap(
  ([unit, accounts]): readonly AccessPromise[] => {
    const who = { kinds: ['role'], names: `bulkhead/reader-${unit}` } as const;
    const own = [
      `${archive}/logs/${unit}/*`,
      ...accounts.flatMap((id) => [
        ...[`${archive}/AWSLogs/o-exampleacme/${id}/*`, `${archive}/AWSLogs/${id}/*`],
        `${config}/AWSLogs/${id}/*`,
      ]),
    ];
    return [
      {
        sentence: `readers of ${unit} read what its accounts tell`,
        of: 'readers',
        who,
        does: { actions: ['s3:GetObject'] },
        to: { kinds: ['object'], places: own },
        expected: 'allowed',
      },
      {
        sentence: `readers of ${unit} read nothing else of telemetry`,
        of: 'readers',
        who,
        does: { actions: ['s3:GetObject'] },
        to: {
          kinds: ['object'],
          places: ['acme-shared-services/*', ...[...own, `${queries}/reader-${unit}/*`].map((each) => `!${each}`)],
        },
        expected: 'denied',
      },
      {
        sentence: `readers of ${unit} see which of its logs there are`,
        of: 'readers',
        who,
        does: { actions: ['s3:ListBucket'] },
        to: { kinds: ['bucket'], places: archive },
        context: { 's3:prefix': `logs/${unit}/year=2026` },
        expected: 'allowed',
      },
      {
        sentence: `readers of ${unit} write answers to their questions, and nothing else`,
        of: 'readers',
        who,
        does: { actions: ['s3:PutObject'] },
        to: { kinds: ['object'], places: ['acme-shared-services/*', `!${queries}/reader-${unit}/*`] },
        expected: 'denied',
      },
    ];
  },
);
