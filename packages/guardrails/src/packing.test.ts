import fc from 'fast-check';
import { compilePolicies } from './compile-policies.ts';
import { foldStatements } from './fold-statements.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { packStatements } from './pack-statements.ts';
import type { Statement } from './policy.ts';
import { policyLimits } from './policy-limits.ts';
import { readPolicy } from './read-policy.ts';
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
const type = fc.constantFrom('SERVICE_CONTROL_POLICY' as const, 'RESOURCE_CONTROL_POLICY' as const);
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
    fc.property(statements, bytes, fc.integer({ min: 1, max: 6 }), type, (given, bytesPerPolicy, most, kind) => {
      const folded = foldStatements(given);
      const { policies, leftOut } = packStatements(folded, { bytesPerPolicy, policies: most }, kind);
      expect(denials([...policies.flat(), ...leftOut])).toEqual(denials(given));
      expect(policies.length).toBeLessThanOrEqual(most);
      expect(policies.filter((policy) => sizeAsPolicy(policy, kind) > bytesPerPolicy)).toEqual([]);
    }),
  );
});

test('what fits into one policy is one policy', () => {
  fc.assert(
    fc.property(statements, (given) => {
      const folded = foldStatements(given);
      fc.pre(folded.length > 0);
      const bytesPerPolicy = sizeAsPolicy(folded, 'SERVICE_CONTROL_POLICY');
      const { policies, leftOut } = packStatements(folded, { bytesPerPolicy, policies: 5 }, 'SERVICE_CONTROL_POLICY');
      expect([policies.length, leftOut.length]).toEqual([1, 0]);
    }),
  );
});

test('compiled policies are valid documents within the limit that deny exactly what was asked, or are refused', () => {
  fc.assert(
    fc.property(statements, bytes, type, (given, bytesPerPolicy, kind) => {
      const asked = kind === 'RESOURCE_CONTROL_POLICY' ? given.filter(({ Action }) => Action) : given;
      const guardrails = [{ target: { kind: 'root' as const }, type: kind, statements: asked }];
      const limits = { ...policyLimits.classic, [kind]: { ...policyLimits.classic[kind], bytesPerPolicy } };
      try {
        const { policies } = compilePolicies({ name: 'x' }, guardrails, limits);
        const read = policies.map(({ content }) => readPolicy(content, kind));
        expect(denials(read.flatMap((policy) => (policy.kind === 'policy' ? policy.statements : [])))).toEqual(
          denials(asked),
        );
        for (const policy of read) {
          const sids = policy.kind === 'policy' ? policy.statements.map(({ Sid }) => Sid) : [];
          expect(sids.length).toBeGreaterThan(0);
          expect(new Set(sids).size).toBe(sids.length);
        }
        expect(policies.every(({ content }) => new TextEncoder().encode(content).length <= bytesPerPolicy)).toBe(true);
      } catch (error) {
        if (!(error instanceof GuardrailOverflowError)) throw error;
        for (const { bytesTooMany } of error.overflows) expect(bytesTooMany).toBeGreaterThan(0);
      }
    }),
  );
});
