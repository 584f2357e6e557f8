import { listOf, type Statement, type StatementDocument } from '../policy/policy.ts';

const byStatement = new WeakMap<StatementDocument, readonly string[]>();

/** Context keys that statements look at, in conditions and as variables, in lower case: AWS compares them without case. */
export function mentionedKeys(statements: readonly Pick<Statement, 'document'>[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ document }) => keysIn(document)));
}

function keysIn(document: StatementDocument): readonly string[] {
  let keys = byStatement.get(document);
  if (!keys) {
    const { Condition = {}, Resource, NotResource } = document;
    const conditions = Object.values(Condition);
    const texts = [
      ...listOf(Resource),
      ...listOf(NotResource),
      ...conditions.flatMap((each) => Object.values(each).flatMap(listOf)),
    ];
    keys = [...conditions.flatMap((each) => Object.keys(each)), ...texts.flatMap(variablesIn)].map((each) =>
      each.toLowerCase(),
    );
    byStatement.set(document, keys);
  }
  return keys;
}

/** `aws:username` in `arn:aws:iam::*:user/${aws:username}`; a default value may follow the key. */
const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{([^},]+)/g)].flatMap(([, key]) => (key === undefined ? [] : [key.trim()]));
