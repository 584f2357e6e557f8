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
import { parseTerraform } from '../terraform/read-terraform.ts';
import { buildWorld } from './build-world.ts';

const deny = (Sid: string) => policy({ Sid, Effect: 'Deny', Action: 's3:*', Resource: '*' });

const world = (more: Parameters<typeof smallOrganization>[0] = {}, withLock: unknown = lock) =>
  buildWorld(parseTerraform(smallOrganization(more), withLock));

const policiesOf = (name: string, dev: Blocks) =>
  world({ dev })
    .principals.find((each) => each.name === name)
    ?.policies.map((each) => each.name);

const user: Blocks = {
  'aws_iam_user.ada': { name: 'ada', path: '/people/' },
  'aws_iam_group.readers': { name: 'readers', path: '/people/' },
  'aws_iam_group_policy.reads': {
    group: '${aws_iam_group.readers.name}',
    name: 'reads',
    policy: policy(allow('s3:Get*')),
  },
  'aws_iam_user_policy.own': { user: '${aws_iam_user.ada.name}', name: 'own', policy: policy(allow('sqs:*')) },
};

test('a user has their own policies and those of their groups', () => {
  const joined = { 'aws_iam_user_group_membership.ada': { user: 'ada', groups: ['${aws_iam_group.readers.name}'] } };
  expect(policiesOf('dev/people/ada', { ...user, ...joined })).toEqual([
    'dev aws_iam_user_policy.own policy',
    'dev aws_iam_group_policy.reads policy',
  ]);
  expect(policiesOf('dev/people/ada', user)).toEqual(['dev aws_iam_user_policy.own policy']);
});

test('a group that nobody is in has somebody who could join it', () => {
  expect(policiesOf('dev/people/any-member-of-readers', user)).toEqual(['dev aws_iam_group_policy.reads policy']);
});

test('a role has the managed policies that are attached to it, written here or by AWS', () => {
  const blocks: Blocks = {
    'aws_iam_role.web': role('web', '*'),
    'aws_iam_policy.queues': { name: 'queues', policy: policy(allow('sqs:*')) },
    'aws_iam_role_policy_attachment.queues': {
      role: '${aws_iam_role.web.name}',
      policy_arn: '${aws_iam_policy.queues.arn}',
    },
    'aws_iam_role_policy_attachment.admin': { role: 'web', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  };
  expect(policiesOf('dev/web', blocks)).toEqual([
    'dev aws_iam_policy.queues policy',
    'aws arn:aws:iam::aws:policy/AdministratorAccess policy',
  ]);
});

test('a permission set is a role in each account that it is assigned in, and in no other', () => {
  const organization: Blocks = {
    'aws_ssoadmin_permission_set.appeng': { name: 'appeng' },
    'aws_ssoadmin_permission_set_inline_policy.appeng': {
      permission_set_arn: '${aws_ssoadmin_permission_set.appeng.arn}',
      inline_policy: policy(allow('sqs:*')),
    },
    'aws_ssoadmin_account_assignment.dev': {
      permission_set_arn: '${aws_ssoadmin_permission_set.appeng.arn}',
      target_id: ids.dev,
      principal_id: 'group-1',
    },
  };
  const { principals, resources } = world({ organization });
  const roles = principals.filter(({ kind, arn }) => kind === 'role' && arn.includes('AWSReservedSSO_appeng'));
  expect(roles.map(({ arn, policies }) => [arn, policies.length])).toEqual([
    [`arn:aws:iam::${ids.dev}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_appeng_0123456789abcdef`, 1],
  ]);
  // nobody in the account changes it, or assumes it but by Identity Center
  const [reserved, ...others] = resources.filter(({ arn }) => arn.includes('AWSReservedSSO_appeng'));
  expect([reserved?.kind, others]).toEqual(['reserved-role', []]);
  expect(reserved?.policies.flatMap(({ statements }) => statements.map(({ document }) => document.Action))).toEqual([
    ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
  ]);
});

test('guardrails hang above an account from the root down, and never above the management account', () => {
  const { accounts } = world({
    organization: {
      ...attached('everywhere', 'SERVICE_CONTROL_POLICY', deny('Everywhere'), 'r-small'),
      ...attached(
        'unit',
        'SERVICE_CONTROL_POLICY',
        deny('Unit'),
        '${aws_organizations_organizational_unit.runtime.id}',
      ),
      ...attached('dev-only', 'SERVICE_CONTROL_POLICY', deny('DevOnly'), '${aws_organizations_account.dev.id}'),
      'aws_organizations_policy.freeze': { name: 'freeze', type: 'SERVICE_CONTROL_POLICY', content: deny('Freeze') },
    },
  });
  const sids = (name: string) =>
    accounts
      .find((each) => each.name === name)
      ?.levels.map(({ serviceControl }) =>
        serviceControl.flatMap(({ statements }) => statements.map((each) => each.origin.sid)),
      );
  expect(sids('dev')).toEqual([
    ['statement 1', 'Everywhere'],
    ['statement 1', 'Unit'],
    ['statement 1', 'DevOnly'],
  ]);
  expect(sids('prod')).toEqual([['statement 1', 'Everywhere'], ['statement 1', 'Unit'], ['statement 1']]);
  expect(sids('management')).toEqual([]);
});

test.each<{ title: string; more: Parameters<typeof smallOrganization>[0]; says: string }>([
  {
    title: "the text of AWS's policy isn't known",
    more: {
      dev: { 'aws_iam_role_policy_attachment.x': { role: 'web', policy_arn: 'arn:aws:iam::aws:policy/Mystery' } },
    },
    says: 'the text of arn:aws:iam::aws:policy/Mystery is not known here',
  },
  {
    title: 'no stack writes the policy that is attached',
    more: { dev: { 'aws_iam_role_policy_attachment.x': { role: 'web', policy_arn: 'arn:aws:iam::1:policy/gone' } } },
    says: 'no stack writes the policy arn:aws:iam::1:policy/gone',
  },
  {
    title: 'a guardrail is attached that nobody wrote',
    more: { organization: { 'aws_organizations_policy_attachment.x': { policy_id: 'p-gone', target_id: 'r-small' } } },
    says: 'policy p-gone is attached to r-small, but not written',
  },
])('nothing is proved where $title', ({ more, says }) => {
  expect(() => world(more)).toThrow(says);
});

test('a lock of another organization is refused', () => {
  const other = { ...lock, accounts: { ...lock.accounts, dev: { id: '999999999999' } } };
  expect(() => world({}, other)).toThrow(`a stack goes to account ${ids.dev}, which the organization has not`);
});
