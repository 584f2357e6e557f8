import { isPlainPattern, matchesArn } from '../policy/matches-arn.ts';
import { listOf, type OneOrMany, type Statement, type StatementDocument } from '../policy/policy.ts';
import type { Principal } from '../world/world.ts';
import { type Condition, conditionsIn, whetherHolds } from './known-conditions.ts';
import type { KnownKeys } from './known-keys.ts';
import { namedPrincipal } from './named-principals.ts';

/** A statement as far as a question leaves it open. */
export interface ReducedStatement {
  /** The one that was written. */
  readonly statement: Statement;
  readonly document: StatementDocument;
  /** The same for statements that say the same of those who ask, whoever they are and whatever they ask about. */
  readonly text: string;
}

/** What is known of a question. */
export interface Facts {
  readonly principal: Principal;
  /** Undefined where patterns can't be compared with it by text alone. */
  readonly arn: string | undefined;
  readonly keys: () => KnownKeys;
}

interface Parts {
  readonly patterns: readonly string[];
  readonly arePlain: boolean;
  readonly conditions: readonly Condition[];
  /** What is left of it where everything about it is known to hold. */
  readonly bare: ReducedStatement;
}

const byStatement = new WeakMap<Statement, Parts>();

/**
 * A statement without what is known to hold of a question; undefined where something doesn't, so that it has no say.
 *
 * @param ofResource Whether it stands in a resource's policy: only there a Principal says who is meant
 */
export function reducedStatement(
  statement: Statement,
  { principal, arn, keys }: Facts,
  ofResource: boolean,
): ReducedStatement | undefined {
  let parts = byStatement.get(statement);
  if (!parts) byStatement.set(statement, (parts = partsOf(statement)));
  const { patterns, arePlain, conditions, bare } = parts;
  const { Effect, Principal, NotPrincipal, Resource, NotResource } = statement.document;
  const isOpen = patterns.length > 0 && (arn === undefined || !arePlain);
  if (!isOpen && patterns.length > 0) {
    const matches = patterns.some((pattern) => matchesArn(pattern, arn ?? ''));
    if (matches !== (Resource !== undefined)) return undefined;
  }
  const named = ofResource && Principal !== undefined ? namedPrincipal(statement, principal) : undefined;
  if (ofResource && Principal !== undefined && !named) return undefined;
  const left: Condition[] = [];
  for (const condition of conditions) {
    const holds = whetherHolds(condition, keys());
    if (holds === false) return undefined;
    if (holds === undefined) left.push(condition);
  }
  if (!isOpen && !named && NotPrincipal === undefined && left.length === 0) return bare;
  const open = {
    ...(isOpen && { Resource, NotResource, arn }),
    ...(ofResource && NotPrincipal !== undefined && { NotPrincipal, by: principal.arn }),
  };
  const Condition = left.length > 0 ? merged(left) : undefined;
  const document: StatementDocument = {
    Effect,
    ...(isOpen
      ? { ...(Resource && { Resource }), ...(NotResource && { NotResource }) }
      : bare.document.Resource && everything),
    ...(ofResource ? named && { Principal: named.element } : Principal && { Principal }),
    ...(NotPrincipal && { NotPrincipal }),
    ...(Condition && { Condition }),
  };
  const text = `${Effect} ${named?.text ?? ''} ${Condition ? JSON.stringify(Condition) : ''} ${JSON.stringify(open)}`;
  return { statement, document, text };
}

const everything = { Resource: '*' } as const;

function partsOf(statement: Statement): Parts {
  const { Effect, Principal, Resource, NotResource } = statement.document;
  const patterns = [...listOf(Resource), ...listOf(NotResource)];
  const document = { Effect, ...(patterns.length > 0 && everything), ...(Principal && { Principal }) };
  return {
    patterns,
    arePlain: patterns.every(isPlainPattern),
    conditions: conditionsIn(statement.document),
    bare: { statement, document, text: Effect },
  };
}

/** Conditions as a statement has them; an operator may have several keys. */
function merged(conditions: readonly Condition[]): NonNullable<StatementDocument['Condition']> {
  const all: Record<string, Record<string, OneOrMany>> = {};
  for (const { written } of conditions) {
    for (const [operator, keys] of Object.entries(written)) all[operator] = { ...all[operator], ...keys };
  }
  return all;
}
