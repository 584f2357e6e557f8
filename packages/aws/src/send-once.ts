import type {
  RequestServiceQuotaIncreaseCommand,
  RequestServiceQuotaIncreaseCommandInput as Input,
  RequestServiceQuotaIncreaseCommandOutput as Output,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import type { FinalizeRequestMiddleware } from '@smithy/types';
import { isSdkFailure } from './sdk-failure.ts';

/** The answer to a request was lost: whether AWS took it can only be seen in the list of requests. */
export class LostAnswerError extends Error {
  override readonly name = 'LostAnswerError';
}

/** Failures before a connection stood: nothing can have happened. */
const neverSent = ['EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'];

/**
 * Sends a request that must not be made twice, whatever the client's retries: only what AWS refuses before it
 * looks at it, like throttles, is retried. Rejects with `LostAnswerError` where the request may have been taken.
 */
export async function sendOnce(
  client: ServiceQuotasClient,
  command: RequestServiceQuotaIncreaseCommand,
): Promise<Output> {
  const lost: { readonly cause: unknown }[] = [];
  const middleware: FinalizeRequestMiddleware<Input, Output> = (next) => async (request) => {
    try {
      return await next(request);
    } catch (cause) {
      if (!mayHaveHappened(cause)) throw cause;
      lost.push({ cause });
      // The retry around it looks into causes as well: it must see nothing that it would retry.
      throw new LostAnswerError('the answer was lost');
    }
  };
  command.middlewareStack.addRelativeTo(middleware, {
    relation: 'after',
    toMiddleware: 'retryMiddleware',
    name: 'sendOnce',
  });
  try {
    return await client.send(command);
  } catch (error) {
    const [first] = lost;
    if (!first) throw error;
    throw new LostAnswerError(`AWS did not say whether it took the request: ${wordsOf(first.cause)}`, first);
  }
}

function mayHaveHappened(cause: unknown): boolean {
  if (!isSdkFailure(cause)) return true;
  const { code = '', $metadata: { httpStatusCode: status } = {} } = cause;
  return status === undefined ? !neverSent.includes(code) : status >= 500;
}

const wordsOf = (cause: unknown) =>
  isSdkFailure(cause) ? `${cause.code ?? cause.name}: ${cause.message.replace(/\.$/, '')}` : String(cause);
