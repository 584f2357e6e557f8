import type { RequestOutcome } from '@bulkhead/controller';
import { isSdkFailure } from './sdk-failure.ts';

type Refusal = Extract<RequestOutcome, { kind: 'refused' }>;

/** What AWS's refusals of RequestServiceQuotaIncrease mean, by exception and, where one means several, by its words. */
const refusals: readonly (readonly [name: string, words: RegExp, why: Refusal['why']])[] = [
  ['IllegalArgumentException', /greater than the (current|default) quota/i, 'not-greater'],
  ['IllegalArgumentException', /not adjustable/i, 'not-adjustable'],
  ['IllegalArgumentException', /./, 'other'],
  ['ResourceAlreadyExistsException', /./, 'already-open'],
  ['QuotaExceededException', /./, 'too-many-open'],
  ['NoSuchResourceException', /./, 'no-such-quota'],
  ['InvalidResourceStateException', /not adjustable/i, 'not-adjustable'],
  ['InvalidResourceStateException', /./, 'other'],
];

/** AWS's answer to one request; undefined for everything that is no answer to it. */
export function findRefusal(cause: unknown): Refusal | undefined {
  if (!isSdkFailure(cause)) return undefined;
  const { name, message } = cause;
  const why = refusals.find(([each, words]) => each === name && words.test(message || name))?.[2];
  return why && { kind: 'refused', why, message: `AWS refuses the request: ${message || name}` };
}
