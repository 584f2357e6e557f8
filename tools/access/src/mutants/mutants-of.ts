import { listOf, type Statement, type StatementDocument } from '../policy/policy.ts';
import type { Substitute } from '../simulate/question.ts';
import { writtenStatements } from '../world/statements-in.ts';
import { namesWholeType } from './whole-of-type.ts';
import type { World } from '../world/world.ts';

/** A world in which one statement is wrong. */
export interface Mutant {
  readonly statement: Statement;
  /** `drop`, `widen Resource`, `drop condition StringEquals aws:PrincipalOrgID`. */
  readonly change: string;
  readonly substitute: Substitute;
  /** Whether it lets people do more, or keeps somebody from what they have to do. */
  readonly effect: 'allows more' | 'denies more';
}

/**
 * Every statement of a world, made wrong in every way that people make them wrong: a denial that is left out, a resource
 * that became all of them, a condition that is missing. Leaving out what allows something weakens nothing.
 */
export const mutantsOf = (world: World): readonly Mutant[] => writtenStatements(world).flatMap(mutantsOfStatement);

export function mutantsOfStatement(statement: Statement): readonly Mutant[] {
  const { document, key } = statement;
  const mutant = (change: string, by: StatementDocument | undefined, effect: Mutant['effect']): Mutant => ({
    ...{ statement, change, effect },
    substitute: { key, by: by && { ...statement, document: by } },
  });
  const isDeny = document.Effect === 'Deny';
  const isWide =
    document.Resource === undefined ||
    namesWholeType(document) ||
    listOf(document.Resource).some((arn) => isEverything(arn, statement));
  return [
    ...(isDeny ? [mutant('drop', undefined, 'allows more')] : []),
    ...(isDeny || isWide ? [] : [mutant('widen Resource', { ...document, Resource: '*' }, 'allows more')]),
    ...conditionKeys(document).map(({ operator, key: conditionKey }) =>
      mutant(
        `drop condition ${operator} ${conditionKey}`,
        withoutCondition(document, operator, conditionKey),
        isDeny ? 'denies more' : 'allows more',
      ),
    ),
  ];
}

/** A policy on a resource is about that resource, whatever it names: only a part of a bucket is less than everything. */
const isEverything = (arn: string, { origin: { address } }: Statement) =>
  arn === '*' ||
  (/^aws_\w+_policy\./.test(address) &&
    !/^aws_(iam|organizations)_/.test(address) &&
    !/^arn:aws:s3:::[^/]+\/./.test(arn.replace(/\/\*$/, '')));

const conditionKeys = ({ Condition = {} }: StatementDocument) =>
  Object.entries(Condition).flatMap(([operator, keys]) => Object.keys(keys).map((key) => ({ operator, key })));

function withoutCondition(document: StatementDocument, operator: string, key: string): StatementDocument {
  const { Condition = {}, ...rest } = document;
  const remaining = Object.entries(Condition).flatMap(([each, keys]) => {
    const kept = Object.fromEntries(Object.entries(keys).filter(([name]) => each !== operator || name !== key));
    return Object.keys(kept).length > 0 ? [[each, kept] as const] : [];
  });
  return remaining.length === 0 ? rest : { ...rest, Condition: Object.fromEntries(remaining) };
}
