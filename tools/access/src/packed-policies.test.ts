import { type Statement, compilePolicies, policyLimits } from '@bulkhead/guardrails';
import fc from 'fast-check';
import { parsePolicy, policyOf } from './policy/parse-policy.ts';
import type { Policy } from './policy/policy.ts';
import { worldOf } from './simulate/ask.fixture.ts';
import type { Question } from './simulate/question.ts';
import { simulator } from './simulate/simulator.ts';
import type { Account, World } from './world/world.ts';

const some = <Value>(...values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });

const actions = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  'sqs:SendMessage',
  'sqs:CreateQueue',
  'iam:GetRole',
];
const statement: fc.Arbitrary<Statement> = fc
  .tuple(
    fc.oneof(
      some(...actions, 's3:*', 'sqs:*', 's3:Get*').map((Action) => ({ Action })),
      some(...actions, 's3:*', 'iam:*').map((NotAction) => ({ NotAction })),
    ),
    fc.oneof(
      some('*', 'arn:aws:s3:::*', 'arn:aws:sqs:*:*:*').map((Resource) => ({ Resource })),
      some('arn:aws:iam::*:role/*', 'arn:aws:s3:::example-*').map((NotResource) => ({ NotResource })),
    ),
    fc.option(
      fc.oneof(
        some('eu-west-1', 'us-east-1').map((each) => ({ StringNotEquals: { 'aws:RequestedRegion': each } })),
        some('arn:aws:iam::*:role/any-*', 'arn:aws:iam::*:root').map((each) => ({
          ArnNotLike: { 'aws:PrincipalArn': each },
        })),
        fc.constant({ Bool: { 'aws:SecureTransport': ['false'] } }),
      ),
      { nil: undefined },
    ),
  )
  .map(([what, where, Condition]) => ({
    ...{ Sid: 'Any', Effect: 'Deny' },
    ...what,
    ...where,
    ...(Condition && { Condition }),
  }));

const asked = { s3: 'any-object', sqs: 'any-queue', iam: 'any-role' } as const;

/** A request of somebody in `dev`, from somewhere, with TLS or without. */
const request = fc.record({
  who: fc.constantFrom('any-administrator', 'root'),
  action: fc.constantFrom(...actions),
  region: fc.constantFrom('eu-west-1', 'eu-central-1', 'us-east-1'),
  secure: fc.constantFrom('true', 'false'),
});

const plain = worldOf();

/** The small organization with guardrails at its root. */
function guardedBy(policies: readonly Policy[]): World {
  const accounts = new Map(
    plain.accounts.map((account) => {
      const [root, ...below] = account.levels;
      const levels = root ? [{ ...root, serviceControl: [...root.serviceControl, ...policies] }, ...below] : [];
      return [account.id, { ...account, levels }] as const;
    }),
  );
  const guarded = (account: Account) => accounts.get(account.id) ?? account;
  return {
    ...plain,
    accounts: [...accounts.values()],
    principals: plain.principals.map((each) => (each.account ? { ...each, account: guarded(each.account) } : each)),
    resources: plain.resources.map((each) => ({ ...each, account: guarded(each.account) })),
  };
}

const place = (attribute: string) => ({ stack: 'test', address: 'guardrails', attribute });

/** Room for a few statements in each policy, so that they are packed and divided, and for all of them together. */
const limits = {
  ...policyLimits.classic,
  SERVICE_CONTROL_POLICY: {
    ...policyLimits.classic.SERVICE_CONTROL_POLICY,
    bytesPerPolicy: 600,
    policiesPerTarget: 99,
  },
};

const packed = (statements: readonly Statement[]): readonly Policy[] =>
  compilePolicies(
    { name: 'test' },
    [{ target: { kind: 'root' }, type: 'SERVICE_CONTROL_POLICY', statements }],
    limits,
  ).policies.map(({ content }, index) => parsePolicy(content, 'service-control', place(`packed ${index}`)));

test('guardrails decide the same packed into policies as written out, for whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(statement, { maxLength: 8 }),
      fc.array(request, { minLength: 4 }),
      async (given, requests) => {
        const written = guardedBy([policyOf(given, place('written out'))]);
        const compiled = guardedBy(packed(given));
        const decide = async (world: World, { who, action, region, secure }: (typeof requests)[number]) => {
          const principal = world.principals.find(({ name }) => name === `dev/${who}`);
          const kind = asked[action.split(':')[0] as keyof typeof asked];
          const resource = world.resources.find(({ name }) => name === `dev/${kind}`);
          if (!principal || !resource) throw new Error(`the small organization has no ${who} or ${kind}`);
          const context = { 'aws:RequestedRegion': region, 'aws:SecureTransport': secure };
          const question: Question = { principal, action, resource, context };
          return (await simulator(world).ask(question)).decision;
        };
        for (const each of requests) expect(await decide(compiled, each)).toBe(await decide(written, each));
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
