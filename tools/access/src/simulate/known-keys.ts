import type { Context } from '../world/world.ts';
import { isProviderKey } from './provider-keys.ts';
import type { Question } from './question.ts';
import { requestContext } from './request-context.ts';

/** What is known of the context of a request, by key in lower case. */
export interface KnownKeys {
  readonly has: (key: string) => boolean;
  /** Undefined where the request is known not to have the key. */
  readonly get: (key: string) => Context[string];
}

/** Tags of a user who has all of them in the model, and claims of a token, are known to be missing where they aren't there. */
export function knownKeys(question: Question, organizationId: string): KnownKeys {
  const { kind, tags } = question.principal;
  const context = new Map<string, Context[string]>();
  for (const [key, value] of Object.entries(requestContext(question, organizationId))) {
    context.set(key.toLowerCase(), value);
  }
  const isMissing = (key: string) =>
    kind === 'federated' ? isProviderKey(key) : tags !== undefined && key.startsWith('aws:principaltag/');
  return { has: (key) => context.has(key) || isMissing(key), get: (key) => context.get(key) };
}
