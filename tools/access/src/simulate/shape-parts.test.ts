import type { StatementDocument } from '../policy/policy.ts';
import { type Blocks, allow, ids, policy, role } from '../small-organization.fixture.ts';
import type { Principal, Resource } from '../world/world.ts';
import { worldOf } from './ask.fixture.ts';
import { root } from './cases.fixture.ts';
import { simulator } from './simulator.ts';

const able = (name: string, ...statements: readonly StatementDocument[]): Blocks => ({
  [`aws_iam_role.${name}`]: role(name, { Service: 'ec2.amazonaws.com' }),
  [`aws_iam_role_policy.${name}`]: { role: name, name, policy: policy(...statements) },
});

const queue = (name: string, ...statements: readonly StatementDocument[]): Blocks => ({
  [`aws_sqs_queue.${name}`]: { name },
  [`aws_sqs_queue_policy.${name}`]: {
    queue_url: `\${aws_sqs_queue.${name}.id}`,
    policy: policy(...statements),
  },
});

const send = (Principal: StatementDocument['Principal'] = '*') => allow('sqs:SendMessage', '*', { Principal });
const arnOf = (name: string) => `arn:aws:iam::${ids.dev}:${name}`;
const on = (key: string, value: string) => ({ Condition: { StringEquals: { [key]: value } } });

/** Questions that differ in one thing only, which decides. */
const world = worldOf({
  dev: {
    ...able('plain', allow('sqs:ListQueues')),
    ...able('everything', allow('*')),
    ...able('office', allow('sqs:SendMessage', '*', on('aws:SourceVpc', 'vpc-1'))),
    ...able('home', allow('sqs:SendMessage', '*', on('aws:SourceVpc', 'vpc-2'))),
    ...able('tagged', allow('iam:GetRole', 'arn:aws:iam::*:role/$${aws:PrincipalTag/team}')),
    ...queue('to-role', send({ AWS: [arnOf('role/plain'), arnOf('user/plain')] })),
    ...queue('to-account', send(root(ids.dev))),
    ...queue('to-all', send()),
  },
  prod: queue('to-all', send()),
});

function principal(name: string, change: Partial<Principal> = {}): Principal {
  const found = world.principals.find((each) => each.name === `dev/${name}`);
  if (!found) throw new Error(`the world has no ${name}`);
  return { ...found, ...change, name: JSON.stringify([name, change.arn, change.context]) };
}

function resource(name: string, change: Partial<Resource> = {}): Resource {
  const found = world.resources.find((each) => each.name === name);
  if (!found) throw new Error(`the world has no ${name}`);
  return { ...found, ...change };
}

const limit = { boundary: { name: 'limit', statements: [] } };
const reserved = { arn: arnOf('role/aws-reserved/sso.amazonaws.com/plain'), name: 'reserved' };
const team = (value: string) => ({ context: { 'aws:PrincipalTag/team': value } });

type Asked = readonly [Principal, string, Resource];
const plain = principal('plain');
const everything = principal('everything');
const sent = 'sqs:SendMessage';
const plainRole = resource('dev/plain');

test.each<[what: string, one: Asked, other: Asked]>([
  ['how the principal is named', [plain, sent, resource('dev/to-role')], [plain, sent, resource('dev/to-account')]],
  [
    'the condition that is left open',
    [principal('office'), sent, resource('dev/any-queue')],
    [principal('home'), sent, resource('dev/any-queue')],
  ],
  [
    'a resource that a variable may name',
    [principal('tagged', team('plain')), 'iam:GetRole', plainRole],
    [principal('tagged', team('plain')), 'iam:GetRole', resource('dev/office')],
  ],
  [
    'the value of a variable',
    [principal('tagged', team('plain')), 'iam:GetRole', plainRole],
    [principal('tagged', team('other')), 'iam:GetRole', plainRole],
  ],
  [
    'a resource that AWS keeps to itself',
    [everything, 'iam:DeleteRole', plainRole],
    [everything, 'iam:DeleteRole', resource('dev/plain', reserved)],
  ],
  [
    'an action that AWS keeps to itself',
    [everything, 'iam:GetRole', resource('dev/plain', reserved)],
    [everything, 'iam:DeleteRole', resource('dev/plain', reserved)],
  ],
  [
    'a user, whom a boundary does not limit where a policy names it',
    [principal('plain', limit), sent, resource('dev/to-role')],
    [principal('plain', { ...limit, arn: arnOf('user/plain') }), sent, resource('dev/to-role')],
  ],
  [
    'the account of the resource',
    [principal('office'), sent, resource('dev/to-all')],
    [principal('office'), sent, resource('prod/to-all')],
  ],
])('two questions that differ in %s have answers of their own', async (_, ...asked) => {
  const { ask } = simulator(world);
  const answers: string[] = [];
  for (const [who, action, about] of asked) {
    const { decision, conditions } = await ask({ principal: who, action, resource: about });
    answers.push([decision, ...conditions].join(' '));
  }
  expect(new Set(answers).size).toBe(2);
});
