/** An account in one Region: where a quota holds and instances run. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/**
 * An account could not be reached or did not allow a call. The message names the action and the role; one such account
 * is reported as unknown and stops no other one.
 */
export class AccessError extends Error {
  override readonly name = 'AccessError';
}
