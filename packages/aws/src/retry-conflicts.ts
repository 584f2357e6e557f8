import pRetry from 'p-retry';

/** Refusals that end by themselves and that the SDK does not retry; observed with @smithy/core 3.41. */
const conflicts = ['ConcurrentModificationException', 'PolicyChangesInProgressException'];

export interface RetryConflictsOptions {
  /** How often a call is made again. Default: 6. */
  readonly retries?: number;
  /** Milliseconds before it is made again for the first time; doubled each time. Default: 500. */
  readonly firstDelay?: number;
}

/** Makes a call again while AWS refuses it because of another change. Rejects with what the last one rejected with. */
export function retryConflicts<Value>(
  call: () => Promise<Value>,
  { retries = 6, firstDelay = 500 }: RetryConflictsOptions = {},
): Promise<Value> {
  return pRetry(call, {
    retries,
    minTimeout: firstDelay,
    randomize: true,
    shouldRetry: ({ error }) => conflicts.includes(error.name),
  });
}
