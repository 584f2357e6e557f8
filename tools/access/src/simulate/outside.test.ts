import { type Blocks, allow, policy } from '../small-organization.fixture.ts';
import { ask, worldOf } from './ask.fixture.ts';
import type { Decision } from './question.ts';

const issuer = 'token.actions.githubusercontent.com';

const pipeline: Blocks = {
  'aws_iam_openid_connect_provider.github': { url: `https://${issuer}`, client_id_list: ['sts.amazonaws.com'] },
  'aws_iam_role.apply': {
    name: 'apply',
    assume_role_policy: policy({
      Sid: 'Github',
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::100000000001:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${issuer}:sub`]: 'repo:acme/platform:environment:prod',
          [`${issuer}:aud`]: 'sts.amazonaws.com',
        },
      },
    }),
  },
};

const wildcard: Blocks = JSON.parse(
  JSON.stringify(pipeline)
    .replace('repo:acme/platform:environment:prod', 'repo:acme/*')
    .replace('StringEquals', 'StringLike'),
) as Blocks;

test.each<[subject: string, exact: Decision]>([
  ['repo:acme/platform:environment:prod in 100000000001', 'allowed'],
  ['repo:acme/platform:environment:prod in 100000000001 for another-service', 'denied'],
  ['repo:acme/platform:environment:unprotected in 100000000001', 'denied'],
  ['repo:acme/platform:pull_request in 100000000001', 'denied'],
  ['repo:acme/platform:ref:refs/heads/main in 100000000001', 'denied'],
  ['repo:acme/platform-fork:environment:prod in 100000000001', 'denied'],
  ['repo:stranger/platform:environment:prod in 100000000001', 'denied'],
  ['a stranger in 100000000001', 'denied'],
])('a pipeline is trusted by its exact subject and audience: %s', async (subject, decision) => {
  const asked = { who: `${issuer} ${subject}`, action: 'sts:AssumeRoleWithWebIdentity', resource: 'dev/apply' };
  expect((await ask(worldOf({ dev: pipeline }), asked)).decision).toBe(decision);
});

test('a pattern over repositories lets in one that nobody thought of', async () => {
  const asked = {
    who: `${issuer} repo:acme/any in 100000000001`,
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: 'dev/apply',
  };
  expect((await ask(worldOf({ dev: wildcard }), asked)).decision).toBe('allowed');
});

const logs = (condition?: Readonly<Record<string, Readonly<Record<string, string>>>>): Blocks => ({
  'aws_s3_bucket.logs': { bucket: 'logs' },
  'aws_s3_bucket_policy.logs': {
    bucket: 'logs',
    policy: policy(
      allow('s3:PutObject', 'arn:aws:s3:::logs/*', {
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        ...(condition && { Condition: condition }),
      }),
    ),
  },
});

test.each<[title: string, blocks: Blocks, ours: Decision, stranger: Decision]>([
  ['lets the service write for anybody', logs(), 'allowed', 'allowed'],
  [
    'names the organization: only for it',
    logs({ StringEquals: { 'aws:SourceOrgID': 'o-small00000' } }),
    'allowed',
    'denied',
  ],
  [
    'names a trail: only for that one',
    logs({ ArnEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:100000000000:trail/all' } }),
    'conditional',
    'denied',
  ],
])('a policy that trusts a service and %s', async (_, blocks, ours, stranger) => {
  const put = { action: 's3:PutObject', resource: 'dev/logs/example' };
  const world = worldOf({ dev: blocks });
  expect((await ask(world, { ...put, who: 'cloudtrail.amazonaws.com' })).decision).toBe(ours);
  expect((await ask(world, { ...put, who: 'cloudtrail.amazonaws.com for another organization' })).decision).toBe(
    stranger,
  );
});
