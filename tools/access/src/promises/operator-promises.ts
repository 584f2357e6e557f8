import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const weighty = { ...runtimeAccounts, DataClass: ['sanitized', 'sensitive'] } as const;
const operator = { kinds: ['role'], names: 'bulkhead/operator', in: weighty } as const;
const own = { where: 'own account' } as const;
const debugging = ['bulkhead/operator', 'bulkhead/observer'];
const byLogs = { 'kms:ViaService': 'logs.eu-west-1.amazonaws.com' } as const;
const local = ['appeng', 'operator', 'observer'].map((name) => `bulkhead/${name}*`);
/** What applications log shows no rows; the key is asked about apart. */
const notLogs = ['!log-stream', '!key', '!parameter'];
const notByLogs = { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } as const;

/** Who runs what pipelines deployed, and who looks: where data could be recognized or missed. */
export const operatorPromises: readonly AccessPromise[] = [
  {
    sentence: 'operators restart what runs, scale it and fail it over',
    of: 'operators',
    who: operator,
    does: {
      on: {
        instance: ['ec2:RebootInstances', 'ec2:StartInstances'],
        task: ['ecs:StopTask'],
        database: ['rds:RebootDBInstance'],
      },
    },
    to: { ...own, names: 'any-*' },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'operators deploy nothing: no code, no definition, no role, no machine',
    of: 'operators',
    who: { ...operator, kinds: ['role'] },
    does: {
      on: {
        function: ['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration', 'lambda:CreateFunction'],
        role: ['iam:PassRole', 'iam:CreateRole', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'],
        instance: ['ec2:RunInstances', 'ec2:TerminateInstances'],
        database: ['rds:ModifyDBInstance', 'rds:DeleteDBInstance'],
      },
    },
    to: own,
    expected: 'denied',
    throughOthers: true,
    mayBeEmpty: true,
  },
  {
    sentence: 'operators change and delete no data, and nothing about what holds it',
    of: 'operators',
    who: operator,
    does: ['write-data', 'delete-data', 'administer-resource'],
    to: { ...own, kinds: ['!instance'] },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'operators update a service with the definition that it has, and with no other one',
    of: 'operators',
    who: operator,
    does: { actions: ['ecs:UpdateService'] },
    to: { ...own, kinds: ['container-service'] },
    context: { 'ecs:task-definition': 'another:1' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'operators fail over by the rules that keep one Region on',
    of: 'operators',
    who: operator,
    does: { actions: ['route53-recovery-cluster:UpdateRoutingControlState'] },
    to: { ...own, kinds: ['routing-control'] },
    context: { 'route53-recovery-cluster:AllowSafetyRulesOverrides': 'true' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'people who debug decrypt what applications log',
    of: 'operators',
    who: { kinds: ['role'], names: debugging, in: { ...runtimeAccounts, DataClass: ['!sensitive'] } },
    does: { actions: ['kms:Decrypt'] },
    to: { ...own, kinds: ['key'], names: 'any-*' },
    context: byLogs,
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'people who debug decrypt for nothing that shows more than logs',
    of: 'people-read-nothing',
    who: { kinds: ['role'], names: debugging, in: runtimeAccounts },
    does: { actions: ['kms:Decrypt'] },
    to: { ...own, kinds: ['key'] },
    context: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' },
    expected: 'denied',
    unguarded: true,
  },
  {
    sentence: 'people who debug decrypt the logs of their account, and of no other one that lets them',
    of: 'local-roles',
    who: { kinds: ['role'], names: debugging, in: runtimeAccounts },
    does: { actions: ['kms:Decrypt'] },
    to: { kinds: ['open-key'], where: 'other account' },
    context: byLogs,
    expected: 'denied',
    unguarded: true,
  },
  {
    sentence: 'people read no data where it could be recognized, in whatever role, whatever else they are allowed',
    of: 'people-read-nothing',
    who: { kinds: ['role', 'empowered'], names: local, in: weighty },
    does: 'read-data',
    to: { ...own, kinds: notLogs },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'people decrypt nothing where data could be recognized but what applications log',
    of: 'people-read-nothing',
    who: { kinds: ['role', 'empowered'], names: local, in: weighty },
    does: { actions: ['kms:Decrypt'] },
    to: { ...own, kinds: ['key'] },
    context: notByLogs,
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence:
      'people who sign in read no data where it could be recognized, whatever they become but a granted workload',
    of: 'people-read-nothing',
    who: { kinds: ['user', 'any-member'], names: 'people/*', in: { Phase: 'identity' } },
    does: 'read-data',
    to: { in: weighty, kinds: ['!log-stream', '!key'] },
    expected: 'denied',
    signIn: 'iam-users',
    throughOthers: true,
    butFor: 'workload/*',
  },
];
