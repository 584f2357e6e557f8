import { type Blocks, allow, attached, policy, role } from '../small-organization.fixture.ts';
import { type Stacks, worldOf } from '../simulate/ask.fixture.ts';
import { simulator } from '../simulate/simulator.ts';
import { conceivableSteps, trustGraph } from '../trust/trust-graph.ts';
import { checkPromises, holds } from './check-promises.ts';
import type { AccessPromise } from './promise.ts';
import { renderResults } from './render-results.ts';

async function check(promise: Omit<AccessPromise, 'sentence' | 'of'>, stacks: Stacks = {}) {
  const world = worldOf(stacks);
  const { ask } = simulator(world);
  const graph = await trustGraph(conceivableSteps(world), ask);
  const [result] = await checkPromises([{ sentence: 'the promise', of: 'walls', ...promise }], world, graph, ask);
  if (!result) throw new Error('nothing was checked');
  return { holds: holds(result), questions: result.questions, text: renderResults([result]) };
}

const administrators = { kinds: ['any-administrator'], in: { Phase: 'dev' } } as const;
const noQueues = attached(
  'walls',
  'SERVICE_CONTROL_POLICY',
  policy({ Sid: 'NoQueues', Effect: 'Deny', Action: 'sqs:*', Resource: '*' }),
  'r-small',
);
const makesQueues = {
  who: administrators,
  does: { actions: ['sqs:CreateQueue'] },
  to: { kinds: ['queue'], where: 'own account' },
} as const;

test('a promise of denial holds where a guardrail denies, and is broken by name where it does not', async () => {
  const denied = { ...makesQueues, expected: 'denied' } as const;
  expect(await check(denied, { organization: noQueues })).toMatchObject({
    holds: true,
    text: '1 promises hold (1 questions)\n',
  });
  expect((await check(denied)).text).toBe(
    [
      'broken: the promise',
      '  allowed: dev/any-administrator sqs:CreateQueue dev/any-queue, allowed: aws AdministratorAccess (statement 1)',
      '0 promises hold (1 questions), 1 broken',
      '',
    ].join('\n'),
  );
});

test('a promise that somebody may is broken by the statement that denies', async () => {
  const allowed = { ...makesQueues, expected: 'allowed' } as const;
  expect((await check(allowed)).holds).toBe(true);
  expect((await check(allowed, { organization: noQueues })).text).toContain(
    'denied by a statement: organization aws_organizations_policy.walls (NoQueues)',
  );
});

test('a promise about nobody is no promise, unless it may be', async () => {
  const nobody = { ...makesQueues, who: { kinds: ['user'] }, expected: 'denied' } as const;
  expect(await check(nobody)).toMatchObject({ holds: false, questions: 0 });
  expect((await check(nobody)).text).toContain('it asks nothing');
  expect((await check({ ...nobody, mayBeEmpty: true })).holds).toBe(true);
});

test.each<{ where: AccessPromise['to']['where']; asks: readonly string[] }>([
  { where: 'own account', asks: ['dev'] },
  { where: 'other account', asks: ['prod', 'management'] },
  { where: 'other unit', asks: ['prod', 'management'] },
])('a promise about resources in $where asks about those only', async ({ where, asks }) => {
  const { questions } = await check({
    ...makesQueues,
    to: { kinds: ['queue'], ...(where && { where }) },
    expected: 'denied',
  });
  expect(questions).toBe(asks.length);
});

const ladder: Blocks = {
  'aws_iam_role.low': role('low', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.low': { role: 'low', name: 'low', policy: policy(allow('sts:AssumeRole')) },
  'aws_iam_role.high': role('high', { AWS: 'arn:aws:iam::100000000001:role/low' }),
  'aws_iam_role_policy.high': { role: 'high', name: 'high', policy: policy(allow('sqs:*')) },
};
const low = { kinds: ['role'], names: 'low' } as const;

test('a promise through others asks whoever they can become, and says the way', async () => {
  const promise = { ...makesQueues, who: low, expected: 'denied' } as const;
  expect((await check(promise, { dev: ladder })).holds).toBe(true);
  expect((await check({ ...promise, throughOthers: true }, { dev: ladder })).text).toContain(
    'allowed: dev/high sqs:CreateQueue dev/any-queue (dev/low assumes dev/high)',
  );
});

test('a promise that nobody becomes somebody is broken by any way to them', async () => {
  const becomes = (names: string) =>
    ({ who: low, does: 'become', to: { kinds: ['role'], names }, expected: 'denied' }) as const;
  expect((await check(becomes('high'), { dev: ladder })).text).toContain('(dev/low assumes dev/high)');
  expect((await check(becomes('OrganizationAccountAccessRole'), { dev: ladder })).holds).toBe(true);
  expect((await check(becomes('gone'), { dev: ladder })).holds).toBe(false);
});

test('a promise about Regions is asked in each Region that it is about', async () => {
  const regions = attached(
    'regions',
    'SERVICE_CONTROL_POLICY',
    policy({
      ...{ Sid: 'Regions', Effect: 'Deny', Action: '*', Resource: '*' },
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1', 'us-east-1'] } },
    }),
    'r-small',
  );
  const inside = { ...makesQueues, expected: 'allowed', region: 'outside the account' } as const;
  const outside = { ...makesQueues, expected: 'denied', region: 'outside the organization' } as const;
  expect(await check(inside, { organization: regions })).toMatchObject({ holds: true, questions: 2 });
  expect(await check(outside, { organization: regions })).toMatchObject({ holds: true, questions: 1 });
});

test('only some breaches of a promise are printed, and how many more there are', async () => {
  const { text } = await check({
    who: administrators,
    does: 'administer-resource',
    to: { where: 'own account' },
    expected: 'denied',
  });
  expect(text.split('\n').filter((line) => line.startsWith('  allowed'))).toHaveLength(5);
  expect(text).toMatch(/ {2}and \d+ more/);
});
