import {
  type Blocks,
  allow,
  attached,
  ids,
  lock,
  policy,
  role,
  smallOrganization,
} from '../small-organization.fixture.ts';
import { ask, worldOf } from '../simulate/ask.fixture.ts';
import { parseTerraform } from '../terraform/read-terraform.ts';
import { buildWorld } from './build-world.ts';

const assume = { action: 'sts:AssumeRole' };
const members = (tag: string): Blocks => ({
  'aws_iam_role.team': role(
    'team',
    { AWS: `arn:aws:iam::${ids.dev}:root` },
    { Condition: { StringEquals: { 'aws:PrincipalTag/group-team': 'member' } } },
  ),
  'aws_iam_user.ada': { name: 'ada', path: '/people/', tags: { [tag]: 'member' } },
});

test.each([
  ['a user with the tag that a role asks for is let in', 'group-team', 'allowed'],
  ['a user without it is not, since all of their tags are known', 'group-another', 'denied'],
])('%s', async (_, tag, decision) => {
  const world = worldOf({ dev: members(tag) });
  const answer = await ask(world, { ...assume, who: 'dev/people/ada, whatever it is allowed', resource: 'dev/team' });
  expect(answer.decision).toBe(decision);
});

test('who is allowed more still keeps what their own policies deny', async () => {
  const world = worldOf({
    dev: {
      'aws_iam_role.reader': role('reader', { Service: 'ec2.amazonaws.com' }),
      'aws_iam_role_policy.reader': {
        role: 'reader',
        name: 'no-secrets',
        policy: policy({ ...allow('secretsmanager:*'), Effect: 'Deny' }),
      },
    },
  });
  const asked = { who: 'dev/reader, whatever else it is allowed', resource: 'dev/any-secret' };
  expect((await ask(world, { ...asked, action: 'secretsmanager:GetSecretValue' })).decision).toBe('denied');
  const queue = { ...asked, action: 'sqs:SendMessage', resource: 'dev/any-queue' };
  expect((await ask(world, queue)).decision).toBe('allowed');
});

test('a role can be asked about without its boundary, and one that has none is asked about as it is', async () => {
  const reads = { role: 'reader', name: 'reads', policy: policy(allow('sqs:*')) };
  const reader = role('reader', { Service: 'ec2.amazonaws.com' });
  const blocks: Blocks = {
    'aws_iam_policy.limit': { name: 'limit', policy: policy(allow('sns:*')) },
    'aws_iam_role.reader': { ...reader, permissions_boundary: '${aws_iam_policy.limit.arn}' },
    'aws_iam_role_policy.reader': reads,
  };
  const world = worldOf({ dev: blocks, prod: { 'aws_iam_role.reader': reader, 'aws_iam_role_policy.reader': reads } });
  const asked = { action: 'sqs:SendMessage', resource: 'dev/any-queue' };
  expect((await ask(world, { ...asked, who: 'dev/reader' })).decision).toBe('denied');
  expect((await ask(world, { ...asked, who: 'dev/reader, without its boundary' })).decision).toBe('allowed');
  expect(world.principals.filter(({ kind }) => kind === 'unbounded').map(({ name }) => name)).toEqual([
    'dev/reader, without its boundary',
  ]);
});

test('a unit without accounts has an example of one, under the policies of the unit', async () => {
  const organization: Blocks = {
    'aws_organizations_organizational_unit.suspended': {
      name: 'Suspended',
      parent_id: '${aws_organizations_organization.this.roots[0].id}',
    },
    ...attached(
      'suspended',
      'SERVICE_CONTROL_POLICY',
      policy({ ...allow('*'), Effect: 'Deny' }),
      '${aws_organizations_organizational_unit.suspended.id}',
    ),
  };
  const world = worldOf({ organization });
  const asked = { who: 'any account in Suspended/any-administrator', action: 'sqs:SendMessage' };
  const answer = await ask(world, { ...asked, resource: 'any account in Suspended/any-queue' });
  expect([answer.decision, answer.by.map(({ origin }) => origin.address)]).toEqual([
    'denied',
    ['aws_organizations_policy.suspended'],
  ]);
  expect(world.accounts.map(({ name }) => name)).toEqual(['management', 'dev', 'prod', 'any account in Suspended']);
});

test('objects that policies tell apart in a bucket are asked about one by one', () => {
  const named = (key: string) => `arn:aws:s3:::state/${key}`;
  const world = worldOf({
    dev: {
      'aws_s3_bucket.state': { bucket: 'state' },
      'aws_iam_role.plan': role('plan', { Service: 'ec2.amazonaws.com' }),
      'aws_iam_role_policy.plan': {
        role: 'plan',
        name: 'state',
        policy: policy(allow('s3:GetObject', [named('shop/*'), named('bi/prod.tfstate'), named('*')])),
      },
    },
  });
  const objects = world.resources.filter(({ kind, example }) => kind === 'object' && !example);
  expect(objects.map(({ name }) => name)).toEqual([
    'dev/state/example',
    'dev/state/bi/prod.tfstate',
    'dev/state/shop/example',
  ]);
});

test('an account that waits to be closed is no account of its phase any more', () => {
  const small = smallOrganization({
    organization: {
      'aws_organizations_organizational_unit.suspended': {
        name: 'Suspended',
        parent_id: '${aws_organizations_organization.this.roots[0].id}',
      },
    },
  });
  const waiting = Object.fromEntries(
    Object.entries(small).map(([stack, text]) => {
      const terraform = JSON.parse(text) as {
        resource: { aws_organizations_account?: Record<string, Record<string, unknown>> };
      };
      const dev = terraform.resource.aws_organizations_account?.['dev'];
      if (dev) dev['parent_id'] = '${aws_organizations_organizational_unit.suspended.id}';
      return [stack, JSON.stringify(terraform)];
    }),
  );
  const phases = buildWorld(parseTerraform(waiting, lock)).accounts.map(({ name, tags }) => [name, tags['Phase']]);
  expect(phases).toContainEqual(['dev', 'suspended']);
});
