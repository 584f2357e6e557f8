import { fullLock, statementsOf, synthesize } from './context.fixture.ts';
import { delivering, may } from './delivering.fixture.ts';

const stacks = synthesize(delivering);
const ids = fullLock(delivering).accounts ?? {};
const idOf = (account: string) => ids[`example-${account}`]?.id ?? '';
const deliveryAccounts = ['delivery', 'shop-delivery'] as const;

const find = (account: string, type: string) =>
  Object.entries(stacks[`example-${account}`] ?? {})
    .filter(([address]) => address.startsWith(`${type}.`))
    .map(([, resource]) => resource);
const otherAccounts = (account: string) => ({
  StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' },
  StringNotEquals: { 'aws:PrincipalAccount': idOf(account) },
});
const butTheDeployer = (account: string) => ({
  ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${idOf(account)}:role/bulkhead/deployer` },
});

describe('images', () => {
  test("the enterprise's and those of units that share it stand in delivery, a unit's in its own account", () => {
    const names = (account: string) => new Set(find(account, 'aws_ecr_repository').map(({ name }) => name));
    expect(names('delivery')).toEqual(new Set(['desk/web', 'platform/base']));
    expect(names('shop-delivery')).toEqual(new Set(['shop/web']));
  });

  test('a tag never moves, every image is scanned when it comes, and no plan removes a repository', () => {
    for (const repository of deliveryAccounts.flatMap((each) => find(each, 'aws_ecr_repository'))) {
      expect(repository).toMatchObject({
        image_tag_mutability: 'IMMUTABLE',
        image_scanning_configuration: { scan_on_push: true },
        encryption_configuration: [
          { encryption_type: 'KMS', kms_key: expect.stringMatching(/^\$\{aws_kms_key\.key(-us-east-1)?\.arn\}$/) },
        ],
        lifecycle: { prevent_destroy: true },
      });
    }
  });

  test.each(deliveryAccounts)(
    'every account of the organization pulls from %s, nobody else, and nobody deletes',
    (account) => {
      const repositories = find(account, 'aws_ecr_repository_policy');
      expect(repositories).toHaveLength(find(account, 'aws_ecr_repository').length);
      for (const { policy } of repositories) {
        const pulling = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
        expect(JSON.parse(String(policy))).toMatchObject({
          Statement: [
            { Effect: 'Allow', Principal: '*', Action: pulling, Condition: otherAccounts(account) },
            {
              Effect: 'Allow',
              Principal: { Service: 'lambda.amazonaws.com' },
              Action: pulling.slice(1),
              Condition: { StringEquals: { 'aws:SourceOrgID': 'o-exampleorg1' } },
            },
            {
              Effect: 'Deny',
              Principal: '*',
              Action: ['ecr:BatchDeleteImage', 'ecr:DeleteRepository', 'ecr:PutImageTagMutability'],
              Condition: butTheDeployer(account),
            },
          ],
        });
      }
    },
  );
});

describe('artifacts', () => {
  test.each(deliveryAccounts)(
    'every other account of the organization reads those of %s, and nobody removes one',
    (account) => {
      const [, ...statements] = statementsOf(stacks[`example-${account}`], /^aws_s3_bucket_policy\.artifacts/);
      const objects = `arn:aws:s3:::example-${account}-artifacts-${idOf(account)}/*`;
      expect(statements).toEqual([
        {
          Sid: 'Read',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: objects,
          Condition: otherAccounts(account),
        },
        {
          Sid: 'Lasting',
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
          Resource: objects,
          Condition: butTheDeployer(account),
        },
      ]);
    },
  );

  test.each(deliveryAccounts)(
    'the key of %s decrypts for the same accounts, through S3, and outlives everybody',
    (account) => {
      const { StringEquals, StringNotEquals } = otherAccounts(account);
      expect(statementsOf(stacks[`example-${account}`], /^aws_kms_key\.key$/).slice(1)).toMatchObject([
        {
          Action: ['kms:Decrypt', 'kms:DescribeKey'],
          Condition: {
            StringEquals: { ...StringEquals, 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
            StringNotEquals,
          },
        },
        { Effect: 'Deny', Principal: '*', Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'] },
      ]);
    },
  );
});

describe('what a pipeline publishes', () => {
  const image = (account: string, name: string) => `arn:aws:ecr:eu-west-1:${idOf(account)}:repository/${name}`;
  const copy = (account: string, name: string) => `arn:aws:ecr:us-east-1:${idOf(account)}:repository/${name}`;
  const artifact = (account: string, key: string) =>
    `arn:aws:s3:::example-${account}-artifacts-${idOf(account)}/${key}`;
  const enterprise = ['delivery', 'pipeline-example-platform-prod_apply'] as const;
  const shop = ['shop-delivery', 'pipeline-shop-tools-live-prod_apply'] as const;
  test.each([
    ['the enterprise pushes its own image', enterprise, 'ecr:PutImage', image('delivery', 'platform/base'), true],
    [
      'the enterprise pushes for a unit that it deploys',
      enterprise,
      'ecr:PutImage',
      image('delivery', 'desk/web'),
      true,
    ],
    ['a unit pushes its own image', shop, 'ecr:PutImage', image('shop-delivery', 'shop/web'), true],
    ["a unit pushes nobody else's", shop, 'ecr:PutImage', image('delivery', 'platform/base'), false],
    ['nobody pushes a copy', enterprise, 'ecr:PutImage', copy('delivery', 'platform/base'), false],
    ['a unit builds on what is canonical', shop, 'ecr:BatchGetImage', image('delivery', 'platform/base'), true],
    ['a unit keeps its artifacts', shop, 's3:PutObject', artifact('shop-delivery', 'shop/a.zip'), true],
    ['under its own name', shop, 's3:PutObject', artifact('shop-delivery', 'desk/a.zip'), false],
    [
      'the enterprise keeps artifacts of a unit that it deploys',
      enterprise,
      's3:PutObject',
      artifact('delivery', 'desk/a'),
      true,
    ],
    ['and of no other one', enterprise, 's3:PutObject', artifact('delivery', 'shop/a'), false],
    ['nothing is deleted', enterprise, 'ecr:BatchDeleteImage', image('delivery', 'desk/web'), false],
    ['no tag becomes mutable', enterprise, 'ecr:PutImageTagMutability', image('delivery', 'desk/web'), false],
  ] as const)('%s', (_, [account, role], action, resource, expected) => {
    expect(may(stacks, `example-${account}`, role, action, resource)).toBe(expected);
  });
});

test("a unit's own pipeline in the shared delivery account publishes for its unit alone", () => {
  const pipelines = [{ github: 'desk/web', environments: ['prod'] }];
  const desk = {
    owner: 'desk@example.com',
    costCenter: 'CC-3',
    phases: ['dev', 'prod'],
    images: ['desk/web'],
    pipelines,
  };
  const from = synthesize({ ...delivering, businessUnits: { ...delivering.businessUnits, desk } });
  const push = (role: string, name: string) => {
    const repository = `arn:aws:ecr:eu-west-1:${idOf('delivery')}:repository/${name}`;
    return may(from, 'example-delivery', `pipeline-${role}-prod_apply`, 'ecr:PutImage', repository);
  };
  expect(['desk/web', 'platform/base'].map((name) => push('desk-web', name))).toEqual([true, false]);
  expect(['desk/web', 'platform/base'].map((name) => push('example-platform', name))).toEqual([false, true]);
});

describe('delivery-user', () => {
  const can = (action: string) => may(stacks, 'example-delivery', 'delivery-user', action, 'arn:aws:x:::y');
  test.each([
    ['reads logs', 'logs:GetLogEvents', 'logs:FilterLogEvents', 'logs:StartQuery', 'logs:GetQueryResults'],
    ['watches', 'cloudwatch:GetMetricData', 'codepipeline:GetPipelineState', 'codebuild:ListBuilds', 'ecs:ListTasks'],
    ['sees which images there are', 'ecr:DescribeImages', 'ecr:DescribeImageScanFindings', 'ecr:ListImages'],
  ])('%s', (_, ...actions) => {
    expect(actions.filter((action) => !can(action))).toEqual([]);
  });

  test.each([
    ['reads no artifact', 's3:GetObject', 's3:GetObjectVersion', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    ['reads no secret', 'secretsmanager:GetSecretValue', 'ssm:GetParameter', 'ssm:GetParametersByPath', 'kms:Decrypt'],
    [
      'reads no value of an environment',
      'codebuild:BatchGetProjects',
      'codebuild:BatchGetBuilds',
      'lambda:GetFunctionConfiguration',
    ],
    [
      'nor that of a container or a machine',
      'ecs:DescribeTaskDefinition',
      'ecs:DescribeTasks',
      'ec2:DescribeInstanceAttribute',
    ],
    [
      'opens no shell',
      'ssm:StartSession',
      'ssm:SendCommand',
      'ecs:ExecuteCommand',
      'ec2-instance-connect:SendSSHPublicKey',
    ],
    [
      'changes no pipeline',
      'codepipeline:UpdatePipeline',
      'codepipeline:StartPipelineExecution',
      'codepipeline:PutApprovalResult',
    ],
    [
      'changes no runner',
      'codebuild:UpdateProject',
      'codebuild:StartBuild',
      'ecs:RunTask',
      'ec2:RunInstances',
      'lambda:UpdateFunctionCode',
    ],
    ['passes no role and becomes no other', 'iam:PassRole', 'sts:AssumeRole'],
  ])('%s, whoever else allows it', (_, ...actions) => {
    const denied = statementsOf(stacks['example-delivery'], /^aws_iam_role_policy\.delivery-user/)
      .filter(({ Effect, Resource, Condition }) => Effect === 'Deny' && Resource === '*' && !Condition)
      .flatMap(({ Action = [] }) => Action);
    const matches = (action: string) =>
      denied.some((each) => new RegExp(`^${each.replaceAll('*', '.*')}$`).test(action));
    expect(actions.filter((action) => can(action) || !matches(action))).toEqual([]);
  });

  test('stands where people of a unit watch what delivers for it', () => {
    const roles = (account: string) => find(account, 'aws_iam_role').map(({ name }) => name);
    for (const account of deliveryAccounts) expect(roles(account)).toContain('delivery-user');
    for (const account of ['identity', 'shared-services']) expect(roles(account)).not.toContain('delivery-user');
  });
});

describe('delivery-admin', () => {
  const denied = (action: string, resource: string) =>
    !may(stacks, 'example-delivery', 'delivery-admin', action, resource) &&
    statementsOf(stacks['example-delivery'], /^aws_iam_role_policy\.delivery-admin/).some(
      ({ Effect, Action = [], Resource = [] }) =>
        Effect === 'Deny' &&
        [Action].flat().some((each) => new RegExp(`^${each.replaceAll('*', '.*')}$`).test(action)) &&
        [Resource].flat().some((each) => new RegExp(`^${each.replaceAll('*', '.*')}$`).test(resource)),
    );
  const role = (name: string) => `arn:aws:iam::${idOf('delivery')}:role/bulkhead/${name}`;
  const state = (holds: string) => `arn:aws:s3:::example-${holds}-${idOf('delivery')}`;
  test.each([
    ['becomes no role of the platform', 'sts:AssumeRole', role('deployer')],
    ['changes none', 'iam:UpdateAssumeRolePolicy', role('apply-example-platform-prod')],
    ['passes none', 'iam:PassRole', role('deployer')],
    ['lets in no other tokens', 'iam:CreateOpenIDConnectProvider', `arn:aws:iam::${idOf('delivery')}:oidc-provider/x`],
    ["reads no account's state", 's3:GetObject', `${state('state')}/desk/example-desk-dev.tfstate`],
    ["reads no organization's state", 's3:GetObject', `${state('organization-state')}/x`],
    ['opens no bucket with state', 's3:PutBucketPolicy', state('state')],
    ['loses no key', 'kms:ScheduleKeyDeletion', `arn:aws:kms:eu-west-1:${idOf('delivery')}:key/1`],
  ])('%s', (_, action, resource) => {
    expect(denied(action, resource)).toBe(true);
  });

  test('administers the rest', () => {
    expect(denied('codebuild:UpdateProject', 'arn:aws:codebuild:::project/x')).toBe(false);
    expect(denied('s3:GetObject', `arn:aws:s3:::example-delivery-artifacts-${idOf('delivery')}/x`)).toBe(false);
    const attached = find('delivery', 'aws_iam_role_policy_attachment').map(({ role: to }) => to);
    expect(attached).toContain('${aws_iam_role.delivery-admin.name}');
  });

  test('is for security administrators', () => {
    const trust = statementsOf(stacks['example-delivery'], /^aws_iam_role\.delivery-admin$/, 'assume_role_policy');
    expect(trust).toMatchObject([
      { Condition: { StringEquals: { 'aws:PrincipalTag/group-security-administrators': 'member' } } },
    ]);
  });
});
