import { compilePolicies } from './compile-policies.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { type TargetGuardrails, guardrailsOf } from './guardrails-of.ts';
import { example } from './organization.fixture.ts';
import type { PolicyDocument, Statement } from './policy.ts';
import { type PolicyLimits, policyLimits } from './policy-limits.ts';
import type { Target } from './target.ts';

const account = (name: string): Target => ({ kind: 'account', name: `example-${name}` });
const deny = (sid: string, actions: readonly string[], key = ''): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  Action: actions,
  Resource: ['*'],
  ...(key && { Condition: { StringEquals: { [key]: ['x'] } } }),
});
const at = (target: Target, ...statements: readonly Statement[]): TargetGuardrails => ({ target, statements });
const compile = (guardrails: readonly TargetGuardrails[], limits?: PolicyLimits) =>
  compilePolicies(example, guardrails, limits);
/** Limits that leave guardrails so many policies of so many bytes. */
const room = (policies: number, bytesPerPolicy: number): PolicyLimits => ({
  ...policyLimits.classic,
  bytesPerPolicy,
  policiesPerTarget: policies + 2,
});
const one = deny('One', ['a:One'], 'k:One');
const sizeOfOne = '{"Version":"2012-10-17","Statement":[]}'.length + JSON.stringify(one).length - '[][][]'.length;
const retail = account('retail');

test('a document is minified JSON with a version, and a list of one is the value itself', () => {
  expect(compile([at(retail, one)]).policies.map(({ content }) => content)).toEqual([
    '{"Version":"2012-10-17","Statement":[{"Sid":"One","Effect":"Deny","Action":"a:One","Resource":"*",' +
      '"Condition":{"StringEquals":{"k:One":"x"}}}]}',
  ]);
});

test('statements that fill a policy to the last byte fit', () => {
  expect(compile([at(retail, one)], room(1, sizeOfOne)).usage).toMatchObject([{ bytes: sizeOfOne, bytesLeft: 0 }]);
});

test('one byte over is refused with the target and both numbers', () => {
  const tooSmall = () => compile([at(retail, one)], room(1, sizeOfOne - 1));
  expect(tooSmall).toThrow(GuardrailOverflowError);
  expect(tooSmall).toThrow(
    `example-retail: ${sizeOfOne} bytes needed, ${sizeOfOne - 1} there in 1 policy, no room for One`,
  );
});

test('characters outside ASCII count with all of their bytes', () => {
  const sizes = ['o', 'ö', '€', '🚧'].map(
    (letter) => compile([at(retail, deny('S', ['a:A'], letter))]).usage[0]?.bytes,
  );
  expect(sizes.map((size) => (size ?? 0) - (sizes[0] ?? 0))).toEqual([0, 1, 2, 3]);
});

test('every overflow is told at once', () => {
  const guardrails = [at(retail, one), at(account('bi'), one), at(account('empty'))];
  expect(() => compile(guardrails, room(1, 50))).toThrow(/example-bi: .*\nexample-retail: /);
});

test('a second policy is used when the first is full', () => {
  const two = deny('Two', ['a:Two'], 'k:Two');
  expect(compile([at(retail, one, two)], room(3, sizeOfOne)).policies.map(({ name }) => name)).toEqual([
    'example-account-retail-1',
    'example-account-retail-2',
  ]);
});

test('a statement larger than a policy is divided by its actions', () => {
  const many = deny(
    'Many',
    Array.from({ length: 40 }, (_, index) => `service:Action${index}`),
  );
  const { policies } = compile([at(retail, many)], room(3, 400));
  const documents = policies.map(({ content }) => JSON.parse(content) as PolicyDocument);
  expect(documents.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action ?? [])).sort()).toEqual(
    [...(many.Action ?? [])].sort(),
  );
});

test('a NotAction list is never divided, because each half would deny what the other excepts', () => {
  const many = Array.from({ length: 40 }, (_, index) => `service:Action${index}`);
  const statement: Statement = { Sid: 'Not', Effect: 'Deny', NotAction: many, Resource: ['*'] };
  expect(() => compile([at(retail, statement)], room(3, 400))).toThrow('no room for Not');
});

test('room is kept for FullAWSAccess and one freeze policy', () => {
  const { usage } = compile([at(retail)]);
  expect(usage).toEqual([{ target: retail, policies: 0, policiesLeft: 3, bytes: 0, bytesLeft: 3 * 5120 }]);
});

test('an organization on the newer limits has more room', () => {
  const { usage } = compile([at(retail)], policyLimits.current);
  expect(usage).toMatchObject([{ policiesLeft: 8, bytesLeft: 8 * 10240 }]);
});

test('the same set on several targets is one policy', () => {
  const { policies } = compile([at(retail, one), at(account('bi'), one), at({ kind: 'root' })]);
  expect(policies).toMatchObject([
    { name: 'example-account-bi-1', type: 'SERVICE_CONTROL_POLICY', targets: [account('bi'), retail] },
  ]);
});

test('guardrails of one target that come in two places count together', () => {
  const { policies, usage } = compile([at(retail, deny('A', ['a:A'])), at(retail, deny('B', ['a:B']))]);
  expect(policies.map(({ content }) => content)).toEqual([expect.stringContaining('"Action":["a:A","a:B"]')]);
  expect(usage).toMatchObject([{ target: retail, policies: 1 }]);
});

test('an account named like an organizational unit has policies of its own name', () => {
  const unit: Target = { kind: 'organizational-unit', path: 'Runtime/Dev' };
  const { policies } = compile([at(unit, one), at(account('runtime-dev'), deny('Two', ['a:Two']))]);
  expect(policies.map(({ name }) => name)).toEqual(['example-runtime-dev-1', 'example-account-runtime-dev-1']);
});

test('statements of the same name in one document get numbers', () => {
  const { policies } = compile([at(retail, deny('S', ['a:A'], 'k1'), deny('S', ['a:B'], 'k2'))]);
  const [document] = policies.map(({ content }) => JSON.parse(content) as PolicyDocument);
  expect(document?.Statement.map(({ Sid }) => Sid)).toEqual(['S', 'S2']);
});

test('the order of the input changes no byte', () => {
  const guardrails = guardrailsOf(example);
  const reversed = [...guardrails]
    .reverse()
    .map(({ target, statements }) => ({ target, statements: [...statements].reverse() }));
  expect(compile(reversed)).toEqual(compile(guardrails));
});

test('the example fits the classic limits, with a slot left on the fullest target', () => {
  const { policies, usage } = compile(guardrailsOf(example));
  expect(Math.max(...policies.map(({ content }) => content.length))).toBeLessThanOrEqual(5120);
  expect(Math.min(...usage.map(({ policiesLeft }) => policiesLeft))).toBeGreaterThanOrEqual(1);
  expect(policies.map(({ name, targets }) => `${name} on ${targets.length}`)).toEqual([
    'example-root-1 on 1',
    'example-runtime-1 on 2',
    'example-runtime-sandbox-1 on 1',
    'example-suspended-1 on 1',
    'example-account-delivery-1 on 1',
    'example-account-identity-1 on 1',
    'example-account-lab-delivery-1 on 1',
    'example-account-lab-dev-1 on 2',
    'example-account-shop-sandbox-1 on 1',
  ]);
});
