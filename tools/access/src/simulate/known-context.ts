import type { Statement } from '../policy/policy.ts';
import type { Context, World } from '../world/world.ts';
import { mentionedKeys } from './mentioned-keys.ts';
import { withSimulatedKeys } from './provider-keys.ts';
import type { Question } from './question.ts';
import { principalTagContext, requestContext, tagContext } from './request-context.ts';

/** What is known of a request, as far as any statement looks at it, as the simulator wants it. */
export function knownContext(
  question: Question,
  statements: readonly Pick<Statement, 'document'>[],
  { organization }: World,
): Context {
  const mentioned = mentionedKeys(statements);
  const isAskedFor = (key: string) => question.context !== undefined && key in question.context;
  if (mentioned.size === 0 && question.context === undefined) return {};
  const context = Object.entries(requestContext(question, organization.id)).filter(
    ([key]) => mentioned.has(key.toLowerCase()) || isAskedFor(key),
  );
  return withSimulatedKeys({
    ...tagContext(question.resource, mentioned),
    ...principalTagContext(question.principal, mentioned),
    ...Object.fromEntries(context),
  });
}
