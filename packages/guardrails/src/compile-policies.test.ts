import { type CompiledPolicies, compilePolicies } from './compile-policies.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { type TargetGuardrails, guardrailsOf } from './guardrails-of.ts';
import { example } from './organization.fixture.ts';
import type { PolicyDocument, Statement } from './policy.ts';
import { type PolicyLimitsByType, policyLimits } from './policy-limits.ts';
import { type Target, targetName } from './target.ts';
import { idsOf } from './ids.fixture.ts';

const account = (name: string): Target => ({ kind: 'account', name: `example-${name}` });
const deny = (sid: string, actions: readonly string[], key = ''): Statement => ({
  Sid: sid,
  Effect: 'Deny',
  Action: actions,
  Resource: ['*'],
  ...(key && { Condition: { StringEquals: { [key]: ['x'] } } }),
});
const at = (target: Target, ...statements: readonly Statement[]): TargetGuardrails => ({
  target,
  type: 'SERVICE_CONTROL_POLICY',
  statements,
});
const rcpAt = (target: Target, ...statements: readonly Statement[]): TargetGuardrails => ({
  target,
  type: 'RESOURCE_CONTROL_POLICY',
  statements,
});
const compile = (
  guardrails: readonly TargetGuardrails[],
  limits: PolicyLimitsByType = policyLimits.classic,
): CompiledPolicies => compilePolicies(example, guardrails, limits);
/** Limits that leave guardrails so many policies of so many bytes. */
const room = (policies: number, bytesPerPolicy: number): PolicyLimitsByType => ({
  ...policyLimits.classic,
  SERVICE_CONTROL_POLICY: {
    ...policyLimits.classic.SERVICE_CONTROL_POLICY,
    bytesPerPolicy,
    policiesPerTarget: policies + 2,
  },
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

test('one byte over is refused with the target, the overflow and both numbers', () => {
  const tooSmall = () => compile([at(retail, one)], room(1, sizeOfOne - 1));
  expect(tooSmall).toThrow(GuardrailOverflowError);
  expect(tooSmall).toThrow(
    `example-retail: 1 byte too many, ${sizeOfOne} bytes of service control policies needed, ` +
      `${sizeOfOne - 1} there in 1 policy, no room for One`,
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

test.each([
  ['classic', 'SERVICE_CONTROL_POLICY', 'FullAWSAccess and one freeze policy', 3, 3 * 5120],
  ['current', 'SERVICE_CONTROL_POLICY', 'FullAWSAccess and one freeze policy', 8, 8 * 10240],
  ['classic', 'RESOURCE_CONTROL_POLICY', 'RCPFullAWSAccess', 4, 4 * 5120],
  ['current', 'RESOURCE_CONTROL_POLICY', 'RCPFullAWSAccess', 4, 4 * 5120],
] as const)('with %s limits of a %s room is kept for %s', (setting, type, _, policiesLeft, bytesLeft) => {
  const { usage } = compile([{ target: retail, type, statements: [] }], policyLimits[setting]);
  expect(usage).toEqual([{ target: retail, type, policies: 0, policiesLeft, bytes: 0, bytesLeft }]);
});

test('where all bytes would fit but no statement into what is left, that is what is too many', () => {
  const four = ['A', 'B', 'C', 'D'].map((letter) => deny(letter, ['a:One'], `k:${letter}`));
  const size = sizeOfOne - 4;
  expect(() => compile([at(retail, ...four)], room(3, size + 60))).toThrow(
    new RegExp(`^guardrails do not fit\nexample-retail: \\d\\d bytes too many, .* no room for D\n`),
  );
});

test('policies of two types on one target have room and names of their own', () => {
  const { policies, usage } = compile([rcpAt(retail, one), at(retail, one)]);
  expect(policies.map(({ name, type }) => [name, type])).toEqual([
    ['example-account-retail-1', 'SERVICE_CONTROL_POLICY'],
    ['example-rcp-account-retail-1', 'RESOURCE_CONTROL_POLICY'],
  ]);
  expect(usage.map(({ type, policies: used }) => [type, used])).toEqual([
    ['SERVICE_CONTROL_POLICY', 1],
    ['RESOURCE_CONTROL_POLICY', 1],
  ]);
});

test('a statement of a resource control policy is about everybody, and that counts', () => {
  const [scp, rcp] = compile([at(retail, one), rcpAt(retail, one)]).policies;
  expect(JSON.parse(rcp?.content ?? '')).toMatchObject({ Statement: [{ Effect: 'Deny', Principal: '*' }] });
  expect(scp?.content).not.toContain('Principal');
  expect((rcp?.content.length ?? 0) - (scp?.content.length ?? 0)).toBe('"Principal":"*",'.length);
});

test.each<readonly [string, Statement]>([
  ['all but some actions', { Sid: 'N', Effect: 'Deny', NotAction: ['s3:*'], Resource: ['*'] }],
  ['every action', deny('N', ['*'])],
])('a resource control policy that denies %s is no such policy', (_, statement) => {
  expect(() => compile([rcpAt(retail, statement)])).toThrow('N: a resource control policy names the actions');
});

test('an overflow of resource control policies does not ask for fewer Regions', () => {
  const many = Array.from({ length: 9 }, (_, index) => deny(`S${index}`, ['s3:*'], `${'k'.repeat(4000)}${index}`));
  expect(() => compile([rcpAt(retail, ...many)])).toThrow(/bytes of resource control policies needed.*\ntrust fewer/);
});

test('the same set on several targets is one policy, named after what it says', () => {
  const { policies } = compile([at(retail, one), at(account('bi'), one), at({ kind: 'root' })]);
  expect(policies).toMatchObject([
    { name: 'example-shared-one', type: 'SERVICE_CONTROL_POLICY', targets: [account('bi'), retail] },
  ]);
});

test('whichever target comes or goes, the others keep the policy that they share', () => {
  const all = ['bi', 'media', 'retail', 'startup'].map((name) => at(account(name), deny('One', ['a:One'])));
  const namesWithout = (left: number) =>
    compile(all.filter((_, index) => index !== left)).policies.map(({ name }) => name);
  expect(all.map((_, index) => namesWithout(index))).toEqual(all.map(() => ['example-shared-one']));
});

test('shared policies that say different things under the same names are told apart, in whatever order they come', () => {
  const says = (action: string, ...names: readonly string[]) =>
    names.map((name) => at(account(name), deny('One', [action])));
  const namesOf = (guardrails: readonly TargetGuardrails[]) =>
    Object.fromEntries(
      compile(guardrails).policies.map(({ name, targets }) => [name, targets.map((target) => targetName(target))]),
    );
  const names = namesOf([...says('a:One', 'bi', 'media'), ...says('a:Two', 'retail', 'startup')]);
  expect(Object.keys(names)).toEqual([
    expect.stringMatching(/^example-shared-one-[0-9a-f]{6}$/),
    expect.stringMatching(/^example-shared-one-[0-9a-f]{6}$/),
  ]);
  expect(namesOf([...says('a:Two', 'startup', 'retail'), ...says('a:One', 'media', 'bi')])).toEqual(names);
});

test('the name of a shared policy of many statements stays one that AWS takes', () => {
  const many = Array.from({ length: 30 }, (_, index) => deny(`Statement${index}`, ['a:A'], `k${index}`));
  const { policies } = compile([at(retail, ...many), at(account('bi'), ...many)], room(1, 10_000));
  expect(policies.map(({ name }) => name.length)).toEqual([120]);
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
  const guardrails = guardrailsOf(example, idsOf(example));
  const reversed = [...guardrails]
    .reverse()
    .map(({ statements, ...rest }) => ({ ...rest, statements: [...statements].reverse() }));
  expect(compile(reversed)).toEqual(compile(guardrails));
});

test('the example fits the classic limits, with a slot left on the fullest target', () => {
  const { policies, usage } = compile(guardrailsOf(example, idsOf(example)));
  expect(Math.max(...policies.map(({ content }) => content.length))).toBeLessThanOrEqual(5120);
  expect(Math.min(...usage.map(({ policiesLeft }) => policiesLeft))).toBeGreaterThanOrEqual(1);
  expect(policies.map(({ name, targets }) => `${name} on ${targets.length}`)).toEqual([
    'example-root-1 on 1',
    'example-runtime-1 on 1',
    'example-runtime-sandbox-1 on 1',
    'example-suspended-1 on 1',
    'example-account-delivery-1 on 1',
    'example-account-identity-1 on 1',
    'example-account-lab-delivery-1 on 1',
    'example-account-lab-dev-1 on 1',
    'example-account-lab-sandbox-1 on 1',
    'example-account-shared-services-1 on 1',
    'example-account-shop-dev-1 on 1',
    'example-account-shop-prod-1 on 1',
    'example-account-shop-sandbox-1 on 1',
  ]);
});
