import fc from 'fast-check';
import { compilePolicies } from './compile-policies.ts';
import { foldStatements } from './fold-statements.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { packStatements } from './pack-statements.ts';
import type { PolicyDocument, Statement } from './policy.ts';
import { policyLimits } from './policy-limits.ts';
import { sizeAsPolicy } from './render-policy.ts';

/** A text from a small set, so that statements often share a list, a condition or a part of one. */
const words = (prefix: string, count: number) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: count }).map((number) => `${prefix}${number}`),
    { minLength: 1, maxLength: 6 },
  );
const condition = fc.dictionary(
  fc.constantFrom('StringEquals', 'ArnNotLike'),
  fc.dictionary(fc.constantFrom('aws:PrincipalArn', 'aws:ключ'), words('value€', 3), { minKeys: 1 }),
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
);
const statement: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.constantFrom('A', 'B', 'B2', 'C'),
    fc.oneof(
      words('s:Action', 9).map((Action) => ({ Action })),
      words('s:Not', 3).map((NotAction) => ({ NotAction })),
    ),
    fc.oneof(
      words('arn:aws:s:::', 4).map((Resource) => ({ Resource })),
      words('arn:', 2).map((NotResource) => ({ NotResource })),
    ),
    fc.option(condition, { nil: undefined }),
  )
  .map(([Sid, actions, resources, Condition]) => ({
    Sid,
    Effect: 'Deny',
    ...actions,
    ...resources,
    ...(Condition && { Condition }),
  }));
const statements = fc.array(statement, { maxLength: 14 });
const bytes = fc.integer({ min: 150, max: 900 });

/** Everything that statements deny, as action on resource under condition. */
function denials(given: readonly Statement[]): ReadonlySet<string> {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? [...new Set(value as string[])].sort()
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, each]) => [key, sorted(each)])
        : value;
  return new Set(
    given.flatMap(({ Action, NotAction, Resource, NotResource, Condition = {} }) =>
      (Action ?? [`all but ${String(sorted(NotAction))}`]).flatMap((action) =>
        (Resource ?? [`all but ${String(sorted(NotResource))}`]).map((resource) =>
          JSON.stringify([action, resource, sorted(Condition)]),
        ),
      ),
    ),
  );
}

test('folding denies exactly what was denied before', () => {
  fc.assert(
    fc.property(statements, (given) => {
      expect(denials(foldStatements(given))).toEqual(denials(given));
    }),
  );
});

test('folding is done after once, and gives no more statements than it got', () => {
  fc.assert(
    fc.property(statements, (given) => {
      const folded = foldStatements(given);
      expect(folded.length).toBeLessThanOrEqual(given.length);
      expect(foldStatements(folded)).toEqual(folded);
    }),
  );
});

test('folding gives the same statements whatever their order was', () => {
  const inTwoOrders = statements.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
  fc.assert(
    fc.property(inTwoOrders, ([given, shuffled]) => {
      expect(foldStatements(shuffled)).toEqual(foldStatements(given));
    }),
  );
});

test('packing loses nothing and adds nothing, and no policy is over its limit', () => {
  fc.assert(
    fc.property(statements, bytes, fc.integer({ min: 1, max: 6 }), (given, limit, most) => {
      const folded = foldStatements(given);
      const { policies, leftOut } = packStatements(folded, limit, most);
      expect(denials([...policies.flat(), ...leftOut])).toEqual(denials(given));
      expect(policies.length).toBeLessThanOrEqual(most);
      expect(policies.filter((policy) => sizeAsPolicy(policy) > limit)).toEqual([]);
    }),
  );
});

test('what fits into one policy is one policy', () => {
  fc.assert(
    fc.property(statements, (given) => {
      const folded = foldStatements(given);
      fc.pre(folded.length > 0);
      const { policies, leftOut } = packStatements(folded, sizeAsPolicy(folded), 5);
      expect([policies.length, leftOut.length]).toEqual([1, 0]);
    }),
  );
});

test('compiled policies are valid documents within the limit that deny exactly what was asked, or are refused', () => {
  fc.assert(
    fc.property(statements, bytes, (given, bytesPerPolicy) => {
      const guardrails = [{ target: { kind: 'root' as const }, statements: given }];
      try {
        const { policies } = compilePolicies({ name: 'x' }, guardrails, { ...policyLimits.classic, bytesPerPolicy });
        const documents = policies.map(({ content }) => JSON.parse(content) as PolicyDocument);
        expect(denials(documents.flatMap(({ Statement }) => Statement.map(inLists)))).toEqual(denials(given));
        for (const { Version, Statement } of documents) {
          expect(Version).toBe('2012-10-17');
          expect(new Set(Statement.map(({ Sid }) => Sid)).size).toBe(Statement.length);
        }
        expect(policies.every(({ content }) => new TextEncoder().encode(content).length <= bytesPerPolicy)).toBe(true);
      } catch (error) {
        if (!(error instanceof GuardrailOverflowError)) throw error;
      }
    }),
  );
});

/** A statement as parsed from a document, with its single values as lists again. */
function inLists(parsed: Statement): Statement {
  const list = (value: unknown) => (typeof value === 'string' ? [value] : value);
  const condition = Object.entries(parsed.Condition ?? {}).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, list(values)])),
  ]);
  return JSON.parse(
    JSON.stringify({
      ...parsed,
      Action: list(parsed.Action),
      NotAction: list(parsed.NotAction),
      Resource: list(parsed.Resource),
      NotResource: list(parsed.NotResource),
      Condition: Object.fromEntries(condition) as unknown,
    }),
  ) as Statement;
}
