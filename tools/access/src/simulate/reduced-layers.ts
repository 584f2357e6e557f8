import { isPlainArn } from '../policy/matches-arn.ts';
import type { Context, World } from '../world/world.ts';
import { knownContext } from './known-context.ts';
import { type KnownKeys, knownKeys } from './known-keys.ts';
import { type Layers, mapLayers, statementsIn } from './layers.ts';
import type { Question } from './question.ts';
import { type ReducedStatement, reducedStatement } from './reduced-statement.ts';

/** The layers of a question as far as it is open whether they say something, and what is known of the request for that. */
export interface ReducedLayers {
  readonly layers: Layers<ReducedStatement>;
  readonly context: Context;
}

/**
 * Layers without what is known of a question already: an organization has many principals and resources that policies tell
 * apart, and most statements tell few of them. Once it is known which statements are about somebody and something, their
 * names have no say any more, so that most questions share a verdict with others.
 */
export function reducedLayers(question: Question, layers: Layers, world: World): ReducedLayers {
  const { principal, resource } = question;
  let known: KnownKeys | undefined;
  const facts = {
    principal,
    arn: isPlainArn(resource.arn) ? resource.arn : undefined,
    keys: () => (known ??= knownKeys(question, world.organization.id)),
  };
  const reduced = mapLayers(layers, (each, layer) => reducedStatement(each, facts, layer === 'resource'));
  return { layers: reduced, context: knownContext(question, statementsIn(reduced), world) };
}
