import { classNames } from '../simulate/action-classes.ts';
import { assume, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const delivery = { Phase: 'delivery' } as const;
const users = { kinds: ['role'], names: 'bulkhead/delivery-user', in: delivery } as const;
const usersWhateverAllowed = {
  kinds: ['role', 'empowered'],
  names: ['bulkhead/delivery-user', 'bulkhead/delivery-user,*'],
  in: delivery,
} as const;
const administrators = { kinds: ['role'], names: 'bulkhead/delivery-admin', in: delivery } as const;

/** Phrases of what people can't do in delivery: what they would call, and on what. */
const outOfReach: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'read artifacts': { object: ['s3:GetObject'], repository: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] },
  'read secrets': {
    secret: ['secretsmanager:GetSecretValue'],
    parameter: ['ssm:GetParameter'],
    key: ['kms:Decrypt'],
  },
  'read values of an environment': {
    'build-project': ['codebuild:BatchGetProjects'],
    function: ['lambda:GetFunctionConfiguration'],
    task: ['ecs:DescribeTasks'],
    account: ['ecs:DescribeTaskDefinition'],
  },
  'open a shell on compute': { instance: ['ssm:StartSession', 'ec2-instance-connect:SendSSHPublicKey'] },
  'open a shell in a container': { task: ['ecs:ExecuteCommand'] },
  'change a pipeline': { pipeline: ['codepipeline:UpdatePipeline', 'codepipeline:StartPipelineExecution'] },
  'change a runner': { 'build-project': ['codebuild:UpdateProject', 'codebuild:StartBuild'] },
  'pass a role': { role: ['iam:PassRole'] },
};

/** Delivery: people use it, its pipelines write it, the organization reads what it makes. */
export const deliveryPromises: readonly AccessPromise[] = [
  {
    sentence: 'people who use delivery read logs and watch',
    of: 'out-of-reach',
    who: users,
    does: {
      on: {
        'log-stream': ['logs:GetLogEvents'],
        account: ['ec2:DescribeInstances'],
        pipeline: ['codepipeline:GetPipelineState'],
      },
    },
    to: { where: 'own account' },
    expected: 'allowed',
  },
  ...Object.entries(outOfReach).map(([phrase, on]): AccessPromise => ({
    sentence: `people who use delivery can't ${phrase}, whatever they are allowed besides`,
    of: 'out-of-reach',
    who: usersWhateverAllowed,
    does: { on },
    to: { where: 'own account' },
    expected: 'denied',
  })),
  {
    sentence: 'people who use delivery change nothing, anywhere',
    of: 'out-of-reach',
    who: users,
    does: classNames.filter((name) => name !== 'read-config' && name !== 'read-data'),
    to: {},
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'an administrator of a runtime account is nobody in delivery, but reads what it publishes',
    of: 'out-of-reach',
    who: { kinds: ['any-administrator', 'root'], in: runtimeAccounts },
    does: classNames.filter((name) => name !== 'read-data' && name !== 'read-config'),
    to: { in: delivery },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'delivery is administered in its own account',
    of: 'delivery-administrators',
    who: administrators,
    does: {
      on: {
        instance: ['ec2:TerminateInstances'],
        cluster: ['ecs:CreateCluster'],
        'build-project': ['codebuild:StartBuild'],
      },
    },
    to: { where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'who administers delivery becomes nobody else',
    of: 'delivery-administrators',
    who: administrators,
    does: assume,
    to: { kinds: ['role', 'open-role'] },
    expected: 'denied',
  },
  {
    sentence: 'who administers delivery does not change, lend or make a role of the platform',
    of: 'delivery-administrators',
    who: administrators,
    does: { actions: ['iam:UpdateAssumeRolePolicy', 'iam:PutRolePolicy', 'iam:CreateRole', 'iam:PassRole'] },
    to: { kinds: ['role', 'platform-role'], names: ['bulkhead/*', 'any-platform-role'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'who administers delivery takes no token of another provider',
    of: 'delivery-administrators',
    who: administrators,
    does: {
      on: {
        'identity-provider': ['iam:CreateOpenIDConnectProvider', 'iam:DeleteOpenIDConnectProvider'],
        'cluster-provider': ['iam:CreateOpenIDConnectProvider'],
        directory: ['iam:CreateSAMLProvider'],
      },
    },
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'who administers delivery reads and writes no state, and ends no bucket of state',
    of: 'delivery-administrators',
    who: administrators,
    does: { actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'] },
    to: { kinds: ['object'], names: '*-state-*', in: delivery },
    expected: 'denied',
  },
  {
    sentence: 'who administers delivery opens no bucket of state to somebody else',
    of: 'delivery-administrators',
    who: administrators,
    does: { actions: ['s3:PutBucketPolicy', 's3:DeleteBucket', 's3:PutLifecycleConfiguration'] },
    to: { kinds: ['bucket'], names: '*-state-*', in: delivery },
    expected: 'denied',
  },
  {
    sentence: 'who administers delivery loses and lends no key',
    of: 'delivery-administrators',
    who: administrators,
    does: { actions: ['kms:PutKeyPolicy', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'] },
    to: { kinds: ['key'], where: 'own account' },
    expected: 'denied',
  },
];
