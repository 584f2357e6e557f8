/** What the SDK rejects with, as far as it can be told apart. */
export interface SdkFailure {
  /** AWS's code, or the SDK's own. */
  readonly name: string;
  readonly message: string;
  /** Node's code of a failed connection. */
  readonly code?: string;
  /** The SDK's, on everything that a client rejects with. */
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** By its members: an error of Node's own network code need not be an instance of the Error at hand. */
export function isSdkFailure(cause: unknown): cause is SdkFailure {
  return typeof cause === 'object' && cause !== null && 'name' in cause && 'message' in cause;
}
