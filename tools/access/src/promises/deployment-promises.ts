import { assume, everybodyWhateverAllowed } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** Subjects that look like the trusted one of a pipeline, and aren't it. */
const neighbours = [
  '* *:ref:refs/*',
  '*:pull_request in *',
  '*:unprotected in *',
  '*:ref_type:tag:*',
  '*-fork:*',
  '* repo:stranger/*',
  '* project_path:stranger/*',
  '* for *',
  '* a stranger in *',
];

const withToken = { actions: ['sts:AssumeRoleWithWebIdentity'] } as const;
const planner = ['bulkhead/planner', 'bulkhead/plan-*'];

/** Who deploys: pipelines of protected environments, through one role per account. */
export const deploymentPromises: readonly AccessPromise[] = [
  {
    sentence: 'a pipeline is trusted by the exact repository and environment: nobody who looks alike becomes anything',
    of: 'pipelines',
    who: { kinds: ['federated'], names: neighbours },
    does: withToken,
    to: { kinds: ['role'], examples: false },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'no token becomes anybody outside of delivery accounts, but the one that deploys the organization',
    of: 'pipelines',
    who: { kinds: ['federated'] },
    does: withToken,
    to: { kinds: ['role'], in: { Phase: ['!delivery', '!management'] }, examples: false },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines plan by a role that reads settings and no data, whatever it is allowed besides',
    of: 'pipelines',
    who: { kinds: ['role', 'empowered'], names: ['bulkhead/planner', 'bulkhead/planner,*'] },
    does: {
      on: {
        object: ['s3:GetObject'],
        table: ['dynamodb:GetItem', 'dynamodb:Scan'],
        queue: ['sqs:ReceiveMessage'],
        stream: ['kinesis:GetRecords'],
        secret: ['secretsmanager:GetSecretValue'],
        key: ['kms:Decrypt'],
        repository: ['ecr:BatchGetImage'],
        'log-stream': ['logs:GetLogEvents'],
      },
    },
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'a plan changes nothing, whoever it becomes',
    of: 'pipelines',
    who: { kinds: ['role'], names: planner },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network', 'telemetry', 'billing'],
    to: {},
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'a plan sees settings',
    of: 'pipelines',
    who: { kinds: ['role'], names: 'bulkhead/planner', in: { Phase: ['!identity', '!suspended', '!management'] } },
    does: { on: { role: ['iam:GetRole'], account: ['ec2:DescribeInstances'], bucket: ['s3:GetBucketPolicy'] } },
    to: { where: 'own account' },
    expected: 'allowed',
  },
  {
    sentence: 'nobody in a delivery account becomes a deployer or planner but the roles of its pipelines',
    of: 'pipelines',
    who: {
      kinds: everybodyWhateverAllowed,
      names: ['!bulkhead/apply-*', '!bulkhead/plan-*'],
      in: { Phase: 'delivery' },
    },
    does: assume,
    to: { kinds: ['role'], names: ['bulkhead/deployer', 'bulkhead/planner'] },
    expected: 'denied',
  },
  {
    sentence: 'what plans does not apply: the role of a plan becomes no deployer, whatever it is allowed',
    of: 'pipelines',
    who: { kinds: ['role', 'unlimited'], names: 'bulkhead/plan-*' },
    does: assume,
    to: { kinds: ['role'], names: 'bulkhead/deployer' },
    expected: 'denied',
  },
  {
    sentence: 'nobody but the platform becomes who builds an account',
    of: 'pipelines',
    who: {
      kinds: everybodyWhateverAllowed,
      names: ['!bulkhead/apply-*', '!bulkhead/organization-deployer*', '!bulkhead/plan-*'],
    },
    does: assume,
    to: { kinds: ['role'], names: ['bulkhead/deployer', 'bulkhead/planner', 'bulkhead/apply-*', 'bulkhead/plan-*'] },
    expected: 'denied',
  },
  {
    sentence: 'a pipeline pushes no image over another one’s: not from one delivery account into another',
    of: 'own-delivery',
    who: { kinds: ['role'], names: ['bulkhead/apply-*', 'bulkhead/plan-*'] },
    does: ['write-data', 'delete-data', 'administer-resource'],
    to: { kinds: ['repository', 'bucket'], where: 'other account' },
    expected: 'denied',
  },
];
