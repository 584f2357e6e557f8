import { type Blocks, allow, attached, ids, policy, role } from '../small-organization.fixture.ts';
import { type Stacks, worldOf } from '../simulate/ask.fixture.ts';
import { simulator } from '../simulate/simulator.ts';
import { describePath, reachOf } from './reach.ts';
import { conceivableSteps, trustGraph } from './trust-graph.ts';
import { trustRows } from './trust-rows.ts';

const may = (name: string, ...statements: readonly ReturnType<typeof allow>[]): Blocks => ({
  [`aws_iam_role_policy.${name}`]: { role: name, name, policy: policy(...statements) },
});
const root = (accountId: string) => ({ AWS: `arn:aws:iam::${accountId}:root` });
const only = (arn: string) => ({ Condition: { ArnLike: { 'aws:PrincipalArn': arn } } });

/** dev/pipeline assumes prod/deployer, who may change prod/operator. */
const chain: Stacks = {
  dev: {
    'aws_iam_role.pipeline': role('pipeline', { Service: 'codebuild.amazonaws.com' }),
    ...may('pipeline', allow('sts:AssumeRole', 'arn:aws:iam::*:role/deployer')),
    'aws_iam_role.other': role('other', { Service: 'ec2.amazonaws.com' }),
    ...may('other', allow('sts:AssumeRole')),
  },
  prod: {
    'aws_iam_role.deployer': role('deployer', root(ids.dev), only('arn:aws:iam::*:role/pipeline')),
    ...may('deployer', allow('iam:UpdateAssumeRolePolicy', 'arn:aws:iam::*:role/operator')),
    'aws_iam_role.operator': role('operator', { AWS: 'arn:aws:iam::100000000002:role/nobody' }),
  },
};

async function waysFrom(who: string, stacks: Stacks): Promise<readonly string[]> {
  const world = worldOf(stacks);
  const graph = await trustGraph(conceivableSteps(world), simulator(world).ask);
  const start = world.principals.find(({ name }) => name === who);
  if (!start) throw new Error(`the world has no ${who}`);
  return reachOf(graph, start).flatMap(({ path }) => (path.length === 0 ? [] : [describePath(path)]));
}

test('who may assume a role that trusts them becomes it, and whom it may make its own', async () => {
  expect(await waysFrom('dev/pipeline', chain)).toEqual([
    'dev/pipeline assumes prod/deployer',
    'dev/pipeline assumes prod/deployer, rewrites the trust of prod/operator',
  ]);
});

test('a role that trusts somebody else is not become, whatever one is allowed', async () => {
  expect(await waysFrom('dev/other', chain)).toEqual([]);
});

test('a service becomes the roles that trust it', async () => {
  expect(await waysFrom('codebuild.amazonaws.com', chain)).toEqual([
    'codebuild.amazonaws.com assumes dev/pipeline',
    'codebuild.amazonaws.com assumes dev/pipeline, assumes prod/deployer',
    'codebuild.amazonaws.com assumes dev/pipeline, assumes prod/deployer, rewrites the trust of prod/operator',
  ]);
});

test('a guardrail breaks a way', async () => {
  const wall = attached(
    'wall',
    'SERVICE_CONTROL_POLICY',
    policy({ ...allow('iam:UpdateAssumeRolePolicy', 'arn:aws:iam::*:role/*'), Effect: 'Deny' }),
    'r-small',
  );
  expect(await waysFrom('dev/pipeline', { ...chain, organization: wall })).toEqual([
    'dev/pipeline assumes prod/deployer',
  ]);
});

const builder = (condition: object): Stacks => ({
  dev: {
    'aws_iam_role.builder': role('builder', { Service: 'ec2.amazonaws.com' }),
    ...may('builder', allow('iam:CreateRole', '*', condition)),
  },
});

test('who makes roles is as good as an administrator, unless the roles carry a boundary', async () => {
  expect(await waysFrom('dev/builder', builder({}))).toContain('dev/builder makes dev/any-administrator');
  const bounded = { Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/b' } } };
  expect(await waysFrom('dev/builder', builder(bounded))).toEqual([]);
});

test('who may pass a role to a service becomes it, and who makes keys of a user too', async () => {
  const blocks: Blocks = {
    'aws_iam_role.builder': role('builder', { AWS: 'arn:aws:iam::100000000001:role/x' }),
    ...may('builder', allow(['iam:PassRole', 'iam:CreateAccessKey', 'iam:AddUserToGroup'])),
    'aws_iam_role.worker': role('worker', { Service: 'ec2.amazonaws.com' }),
    'aws_iam_user.ada': { name: 'ada' },
    'aws_iam_group.admins': { name: 'admins' },
  };
  expect(await waysFrom('dev/builder', { dev: blocks })).toEqual([
    'dev/builder passes to a service dev/worker',
    'dev/builder makes a key of dev/ada',
    'dev/builder joins dev/any-member-of-admins',
  ]);
});

test('the rows for people say in how many hops who becomes whom', async () => {
  const world = worldOf(chain);
  const rows = trustRows(world, await trustGraph(conceivableSteps(world), simulator(world).ask));
  expect(rows.filter(({ who }) => who === 'dev/pipeline')).toEqual([
    { who: 'dev/pipeline', hops: 1, becomes: ['prod/deployer'] },
    { who: 'dev/pipeline', hops: 2, becomes: ['prod/operator'] },
  ]);
});
