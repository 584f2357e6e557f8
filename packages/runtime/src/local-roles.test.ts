import {
  type DataClass,
  type OrganizationDefinition,
  accountsOf,
  dataClasses,
  defineOrganization,
  parseOrganization,
} from '@bulkhead/model';
import { App, Testing } from 'cdktf';
import { runtimeStacks } from './runtime-stacks.ts';

const definitionWith = (data: DataClass): OrganizationDefinition =>
  defineOrganization({
    name: 'example',
    regions: { home: 'eu-west-1' },
    accountEmail: 'aws+{account}@example.com',
    enterprise: {
      owner: 'platform@example.com',
      costCenter: 'CC-1',
      identity: { signIn: 'iam-users' },
      sharedServices: { retention: { years: 7 } },
      delivery: { pipelines: [] },
    },
    phases: { only: { purpose: 'testing', data, sessionHours: 2, protect: true } },
    businessUnits: { shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['only'] } },
  });

type Blocks = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function resourcesWith(data: DataClass): Blocks {
  const organization = parseOrganization(definitionWith(data));
  const ids = accountsOf(organization).map(({ name }, index) => [name, { id: `00000000001${index}` }] as const);
  const lock = {
    organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
    accounts: Object.fromEntries(ids),
    sharedServices: { keys: { 'eu-west-1': 'arn:aws:kms' }, sinks: { 'eu-west-1': 'arn:aws:oam' } },
  };
  const [stack] = runtimeStacks(new App(), { organization, lock, folder: '/organization' });
  if (!stack) throw new Error('no stack');
  return (JSON.parse(Testing.synth(stack)) as { resource: Blocks }).resource;
}

const resources = new Map(dataClasses.map((data) => [data, resourcesWith(data)]));
const policyOf = (data: DataClass, role: string) =>
  Object.entries(resources.get(data)?.['aws_iam_role_policy'] ?? {})
    .filter(([name]) => name.startsWith(`${role}_`))
    .map(([, { policy }]) => String(policy));

test.each<[DataClass, readonly string[]]>([
  ['none', ['appeng', 'observer']],
  ['synthetic', ['appeng', 'observer']],
  ['sanitized', ['operator', 'observer']],
  ['sensitive', ['operator', 'observer']],
])('an account with data that is %s has the local roles %j, under /bulkhead/', (data, roles) => {
  const local = Object.entries(resources.get(data)?.['aws_iam_role'] ?? {}).filter(([name]) =>
    ['appeng', 'operator', 'observer'].includes(name),
  );
  expect(local.map(([, { name, path }]) => `${String(path)}${String(name)}`).sort()).toEqual(
    roles.map((role) => `/bulkhead/${role}`).sort(),
  );
});

test('a session of a local role lasts as long as the phase says', () => {
  const roles = resources.get('none')?.['aws_iam_role'];
  for (const role of ['appeng', 'observer', 'auditor']) {
    expect(roles?.[role]).toMatchObject({ max_session_duration: 7200 });
  }
});

const statementsOf = (data: DataClass, role: string) =>
  policyOf(data, role).flatMap(
    (text) => (JSON.parse(text) as { Statement: readonly Readonly<Record<string, unknown>>[] }).Statement,
  );
const actionsOf = (data: DataClass, role: string, effect: string) =>
  statementsOf(data, role)
    .filter(({ Effect }) => Effect === effect)
    .flatMap(({ Action }) => Action as string | readonly string[])
    .flat();
const fits = (pattern: string, action: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(action);
const may = (data: DataClass, role: string, action: string) =>
  actionsOf(data, role, 'Allow').some((pattern) => fits(pattern, action));
const kept = (data: DataClass, role: string, action: string) =>
  actionsOf(data, role, 'Deny').some((pattern) => fits(pattern, action));

test.each<[DataClass, string, string, boolean]>([
  ['none', 'appeng', 'sqs:CreateQueue', true],
  ['synthetic', 'appeng', 'ec2:RunInstances', true],
  ['synthetic', 'appeng', 'dynamodb:GetItem', true],
  ['synthetic', 'observer', 'logs:GetLogEvents', true],
  ['synthetic', 'observer', 'sqs:CreateQueue', false],
  ['synthetic', 'observer', 'dynamodb:GetItem', false],
  ['sanitized', 'operator', 'logs:GetLogEvents', true],
  ['sanitized', 'operator', 'sqs:CreateQueue', false],
  ['sanitized', 'operator', 'dynamodb:GetItem', false],
  ['sensitive', 'operator', 'autoscaling:SetDesiredCapacity', true],
  ['sensitive', 'operator', 'rds:FailoverDBCluster', true],
  ['sensitive', 'operator', 'ec2:RebootInstances', true],
  ['sensitive', 'operator', 'ec2:StopInstances', false],
  ['sensitive', 'operator', 'autoscaling:UpdateAutoScalingGroup', false],
  ['sensitive', 'operator', 'ecs:RegisterTaskDefinition', false],
  ['sensitive', 'operator', 'lambda:UpdateFunctionCode', false],
  ['sensitive', 'operator', 'logs:GetLogEvents', false],
  ['sensitive', 'observer', 'logs:GetLogEvents', false],
  ['sensitive', 'observer', 'autoscaling:SetDesiredCapacity', false],
])('where data is %s, that %s may %s is %s', (data, role, action, allowed) => {
  expect(may(data, role, action)).toBe(allowed);
});

test.each(
  (['sanitized', 'sensitive'] as const).flatMap((data) =>
    ['operator', 'observer'].flatMap((role) =>
      [
        ...['s3:GetObject', 'dynamodb:Scan', 'kinesis:GetRecords', 'sqs:ReceiveMessage', 'kms:Decrypt'],
        ...['secretsmanager:GetSecretValue', 'ssm:GetParameter', 'ssm:StartSession', 'ecs:ExecuteCommand'],
        ...['lambda:InvokeFunction', 'iam:PassRole', 'rds-data:ExecuteStatement', 'ebs:GetSnapshotBlock'],
      ].map((action) => [data, role, action] as const),
    ),
  ),
)('where data is %s, %s is kept from %s whoever allows it', (data, role, action) => {
  expect(kept(data, role, action)).toBe(true);
});

test('operators deploy nothing: a service is restarted with the definition that it has', () => {
  const updates = statementsOf('sensitive', 'operator').filter(({ Action }) =>
    String(Action).includes('UpdateService'),
  );
  expect(updates).toMatchObject([{ Condition: { Null: { 'ecs:task-definition': 'true' } } }]);
});

test('the session of an operator ends after an hour in a protected account, that of an observer when the phase says', () => {
  const roles = resources.get('sensitive')?.['aws_iam_role'];
  expect(roles?.['operator']).toMatchObject({ max_session_duration: 3600 });
  expect(roles?.['observer']).toMatchObject({ max_session_duration: 7200 });
});

test('policies of a role together fit IAM', () => {
  for (const data of dataClasses) {
    for (const role of ['appeng', 'operator', 'observer']) {
      expect(policyOf(data, role).join('').length).toBeLessThan(10_240);
    }
  }
});

describe('the boundary', () => {
  const boundaries = resources.get('none')?.['aws_iam_policy'];
  const document = String(boundaries?.['boundary']?.['policy']);

  test('is there where engineers build, on their role, which waits for it, and nowhere else', () => {
    const role = resources.get('none')?.['aws_iam_role']?.['appeng'];
    expect(role).toMatchObject({ depends_on: ['aws_iam_policy.boundary'] });
    expect(String(role?.['permissions_boundary'])).toMatch(/^arn:aws:iam::\d{12}:policy\/bulkhead\/boundary$/);
    expect(resources.get('sensitive')?.['aws_iam_policy']).toBeUndefined();
    expect(document.length).toBeLessThan(6144);
  });

  const { Statement } = JSON.parse(document) as {
    Statement: readonly { Sid: string; Effect: string; Action: string | string[]; Condition?: unknown }[];
  };
  const saying = (effect: string, action: string) =>
    Statement.filter(({ Effect, Action }) => Effect === effect && [Action].flat().some((each) => fits(each, action)));

  test('allows what engineers are allowed', () => {
    const beyond = actionsOf('none', 'appeng', 'Allow')
      .map((action) => action.replace('*', 'X'))
      .filter((action) => saying('Allow', action).length === 0);
    expect(beyond).toEqual([]);
  });

  test.each([
    'iam:DeleteRolePermissionsBoundary',
    'iam:CreateUser',
    'organizations:LeaveOrganization',
    'ram:CreateResourceShare',
  ])('allows nobody %s', (action) => {
    expect(saying('Allow', action)).toEqual([]);
  });

  test.each(['iam:CreateRole', 'iam:PutRolePolicy', 'iam:PutRolePermissionsBoundary', 'iam:UpdateAssumeRolePolicy'])(
    'allows %s for workloads that carry it, and no other role',
    (action) => {
      expect(saying('Allow', action)).toMatchObject([
        {
          Resource: expect.stringMatching(/:role\/workload\/\*$/) as string,
          Condition: {
            StringEquals: { 'iam:PermissionsBoundary': expect.stringMatching(/policy\/bulkhead\/boundary$/) as string },
          },
        },
      ]);
    },
  );

  test.each([
    's3:PutBucketPolicy',
    'kms:PutKeyPolicy',
    'sqs:AddPermission',
    'sns:AddPermission',
    'ec2:ModifySnapshotAttribute',
  ])('denies %s, which lets others in', (action) => {
    expect(saying('Deny', action)).toMatchObject([{ Sid: 'Opening' }]);
  });
});

test.each(dataClasses)('where data is %s, auditors see settings, and no logs', (data) => {
  const [policy] = policyOf(data, 'auditor');
  expect(policy).toContain('iam:Get*');
  expect(policy).not.toContain('logs:GetLogEvents');
});
