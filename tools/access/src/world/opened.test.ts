import type { StatementDocument } from '../policy/policy.ts';
import { type Blocks, allow, policy, role } from '../small-organization.fixture.ts';
import { ask, worldOf } from '../simulate/ask.fixture.ts';
import { isHypothetical } from './world.ts';

const bucket = (statement: StatementDocument): Blocks => ({
  'aws_s3_bucket.logs': { bucket: 'logs' },
  'aws_s3_bucket_policy.logs': { bucket: '${aws_s3_bucket.logs.id}', policy: policy(statement) },
});
const writer: Blocks = {
  'aws_iam_role.writer': role('writer', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.writer': {
    ...{ role: 'writer', name: 'writes' },
    policy: policy(allow('s3:PutObject', 'arn:aws:s3:::logs/*')),
  },
};
const denies = bucket({ ...allow('s3:*'), Sid: 'Nobody', Effect: 'Deny', Principal: '*' });

test.each([
  ['its own policy denies it', 'dev/logs/example', 'prod/writer', 'denied'],
  ['left open, its own policy has no say', 'dev/logs/example, left open', 'prod/writer', 'allowed'],
  ['left open, it still takes a policy of the other account', 'dev/logs/example, left open', 'prod/reader', 'denied'],
  ['left open, it still takes a policy of its own account', 'dev/logs/example, left open', 'dev/reader', 'denied'],
  [
    'left open, a policy of its own account is enough',
    'dev/logs/example, left open',
    'dev/any-administrator',
    'allowed',
  ],
])('of an object of the Terraform it can be asked what others keep from it: %s', async (_, resource, who, decision) => {
  const reader = { 'aws_iam_role.reader': role('reader', { Service: 'ec2.amazonaws.com' }) };
  const world = worldOf({ dev: { ...denies, ...reader }, prod: { ...writer, ...reader } });
  expect((await ask(world, { who, action: 's3:PutObject', resource })).decision).toBe(decision);
});

test('buckets, what is in them and keys can be asked about as left open, and examples have no policy to leave out', () => {
  const world = worldOf({ dev: { ...denies, 'aws_kms_key.logs': { policy: policy(allow('kms:*')) } } });
  const opened = world.resources.filter(({ kind }) => kind.startsWith('opened-'));
  expect(opened.map(({ kind }) => kind).filter((kind) => kind !== 'opened-role')).toEqual([
    'opened-bucket',
    'opened-key',
    'opened-object',
  ]);
});

const groups: Blocks = {
  'aws_iam_user.ada': { name: 'ada', path: '/people/' },
  'aws_iam_group.readers': { name: 'readers', path: '/people/' },
  'aws_iam_group_policy.reads': {
    ...{ group: '${aws_iam_group.readers.name}', name: 'reads' },
    policy: policy({ ...allow('sqs:*'), Effect: 'Deny' }),
  },
  'aws_iam_user_policy.own': { user: '${aws_iam_user.ada.name}', name: 'own', policy: policy(allow('sqs:*')) },
  'aws_iam_user_group_membership.ada': { user: 'ada', groups: ['${aws_iam_group.readers.name}'] },
};

test('a user can be asked about without the groups that others put them into', async () => {
  const world = worldOf({ dev: groups });
  const asked = { action: 'sqs:SendMessage', resource: 'dev/any-queue' };
  expect((await ask(world, { ...asked, who: 'dev/people/ada' })).decision).toBe('denied');
  const alone = 'dev/people/ada, with its own policies alone';
  expect((await ask(world, { ...asked, who: alone })).decision).toBe('allowed');
  const principal = world.principals.find(({ name }) => name === alone);
  expect(principal && [principal.kind, isHypothetical(principal)]).toEqual(['bare', true]);
});

test('a role can be asked about without the policies of AWS, and one that has none is asked about as it is', () => {
  const managed = {
    'aws_iam_role_policy_attachment.writer': { role: 'writer', policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
  };
  const bare = (dev: Blocks) =>
    worldOf({ dev })
      .principals.filter(({ kind }) => kind === 'bare')
      .map(({ name, policies }) => [name, policies.map((each) => each.name)]);
  expect(bare({ ...writer, ...managed })).toEqual([
    ['dev/writer, with its own policies alone', ['dev aws_iam_role_policy.writer policy']],
  ]);
  expect(bare(writer)).toEqual([]);
});
