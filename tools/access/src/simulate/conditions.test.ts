import { allow, policy, ids } from '../small-organization.fixture.ts';
import { type Asked, type Stacks, ask, worldOf } from './ask.fixture.ts';
import { root, web, get, mfa, boundary, key, decrypt } from './cases.fixture.ts';
import type { Decision } from './question.ts';

test.each<{ title: string; stacks: Stacks; asked: Asked; decision: Decision; by: readonly string[] }>([
  { title: 'a boundary limits what policies grant', stacks: { dev: boundary }, asked: get, decision: 'denied', by: [] },
  {
    title: 'within its boundary a role may',
    stacks: { dev: boundary },
    asked: { ...get, action: 'sqs:SendMessage', resource: 'dev/any-queue' },
    decision: 'allowed',
    by: ['Allow', 'Allow'],
  },
  {
    title: 'a key policy that names the account leaves it to the account',
    stacks: { dev: { ...web(allow('kms:*')), ...key(allow('kms:*', '*', { Principal: root(ids.dev) })) } },
    asked: decrypt,
    decision: 'allowed',
    by: ['Allow', 'Allow'],
  },
  {
    title: 'a key policy that does not shuts the account out',
    stacks: { dev: { ...web(allow('kms:*')), ...key(allow('kms:*', '*', { Principal: root(ids.prod) })) } },
    asked: decrypt,
    decision: 'denied',
    by: [],
  },
  {
    title: 'what nobody knows of a request makes it conditional',
    stacks: { dev: web(allow('s3:*', '*', mfa)) },
    asked: get,
    decision: 'conditional',
    by: ['Allow'],
  },
  {
    title: 'what is given of a request decides: with',
    stacks: { dev: web(allow('s3:*', '*', mfa)) },
    asked: { ...get, context: { 'aws:MultiFactorAuthPresent': 'true' } },
    decision: 'allowed',
    by: ['Allow'],
  },
  {
    title: 'what is given of a request decides: without',
    stacks: { dev: web(allow('s3:*', '*', mfa)) },
    asked: { ...get, context: { 'aws:MultiFactorAuthPresent': 'false' } },
    decision: 'denied',
    by: [],
  },
  {
    title: 'a key that a request is known not to have decides too',
    stacks: { dev: web(allow('s3:*', '*', mfa)) },
    asked: { ...get, context: { 'aws:MultiFactorAuthPresent': undefined } },
    decision: 'denied',
    by: [],
  },
])('$title', async ({ stacks, asked, decision, by }) => {
  const answer = await ask(worldOf(stacks), asked);
  expect([answer.decision, answer.by.map(({ origin }) => origin.sid)]).toEqual([decision, by]);
});

const ada = {
  'aws_iam_user.ada': { name: 'ada' },
  'aws_iam_user.eve': { name: 'eve' },
  'aws_iam_user_policy.ada': {
    ...{ user: 'ada', name: 'own' },
    policy: policy(allow('iam:ChangePassword', 'arn:aws:iam::*:user/$${aws:username}')),
  },
};

test.each<[resource: string, decision: Decision]>([
  ['dev/ada', 'allowed'],
  ['dev/eve', 'denied'],
])('a variable in a policy stands for who asks: about %s', async (resource, decision) => {
  const asked = { who: 'dev/ada', action: 'iam:ChangePassword', resource };
  expect((await ask(worldOf({ dev: ada }), asked)).decision).toBe(decision);
});

const tagged = (tags: Readonly<Record<string, string>>) => ({
  ...web(allow('sqs:*', '*', { Condition: { StringEquals: { 'aws:ResourceTag/Team': 'web' } } })),
  'aws_sqs_queue.jobs': { name: 'jobs', tags },
});

test.each<[title: string, tags: Readonly<Record<string, string>>, resource: string, decision: Decision]>([
  ['has it', { Team: 'web' }, 'dev/jobs', 'allowed'],
  ['has another value', { Team: 'data' }, 'dev/jobs', 'denied'],
  ['does not have it', {}, 'dev/jobs', 'denied'],
  ['is an example, of which nobody knows', {}, 'dev/any-queue', 'conditional'],
])('a policy that demands a tag: the resource %s', async (_, tags, resource, decision) => {
  const asked = { who: 'dev/web', action: 'sqs:SendMessage', resource };
  expect((await ask(worldOf({ dev: tagged(tags) }), asked)).decision).toBe(decision);
});

test('conditions are named', async () => {
  const { conditions } = await ask(worldOf({ dev: web(allow('s3:*', '*', mfa)) }), get);
  expect(conditions).toEqual(['aws:MultiFactorAuthPresent Bool true']);
});

test.each([
  ['s3:GetObjekt', 'dev/any-object', 'there is no such action'],
  ['s4:GetObject', 'dev/any-object', 'there is no such service'],
  ['s3:GetObject', 'dev/any-queue', 'the action is not about such a resource'],
  ['ec2:DescribeInstances', 'dev/any-instance', 'the action is about no resource, ask about account'],
])('a question that makes no sense is refused: %s on %s', async (action, resource, says) => {
  await expect(ask(worldOf(), { who: 'dev/any-administrator', action, resource })).rejects.toThrow(says);
});

test('a key that requests never have is refused: it would decide nothing', async () => {
  const asked = {
    who: 'dev/any-administrator',
    action: 's3:GetObject',
    resource: 'dev/any-object',
    context: { 'ec2:InstanceType': 'm5.large' },
  };
  await expect(ask(worldOf(), asked)).rejects.toThrow('requests for it have no ec2:InstanceType');
});
