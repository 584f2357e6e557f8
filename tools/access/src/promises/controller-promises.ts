import type { AccessPromise } from './promise.ts';

const everybody = ['any-administrator', 'role', 'user', 'any-member'] as const;

const become = { actions: ['sts:AssumeRole'] } as const;

/** Who keeps limits and reads spend, and nothing else. */
export const controllerPromises: readonly AccessPromise[] = [
  {
    sentence: 'the controller asks for quotas of EC2',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/controller', in: { Phase: ['!delivery', '!management'] } },
    does: { actions: ['servicequotas:RequestServiceQuotaIncrease'] },
    to: { kinds: ['quota'], where: 'own account' },
    context: { 'servicequotas:service': 'ec2' },
    expected: 'allowed',
  },
  {
    sentence: 'the controller asks for quotas of no other service',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/controller' },
    does: { actions: ['servicequotas:RequestServiceQuotaIncrease'] },
    to: { kinds: ['quota'], where: 'own account' },
    context: { 'servicequotas:service': 'sagemaker' },
    expected: 'denied',
  },
  {
    sentence: 'the controller makes the role of Service Quotas and of no other service: not under its name',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/controller' },
    does: { actions: ['iam:CreateServiceLinkedRole'] },
    to: { kinds: ['service-linked-role'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'the controller makes the role of Service Quotas and of no other service: not under its path',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/controller' },
    does: { actions: ['iam:CreateServiceLinkedRole'] },
    to: { kinds: ['quota-role'], where: 'own account' },
    context: { 'iam:AWSServiceName': 'autoscaling.amazonaws.com' },
    expected: 'denied',
  },
  {
    sentence: 'the controller changes nothing else',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/controller', in: { Phase: ['!delivery'] } },
    does: ['administer-resource', 'read-data', 'write-data', 'delete-data', 'iam', 'network', 'telemetry'],
    to: {},
    expected: 'denied',
    throughOthers: true,
  },
  ...(
    [
      { of: 'spend', what: 'spend is read', reader: 'bulkhead/spend-reader' },
      { of: 'controller', what: 'stores are listed', reader: 'bulkhead/inventory-reader' },
    ] as const
  ).flatMap(({ of, what, reader }): readonly AccessPromise[] => [
    {
      sentence: `${what} through a role that the delivery account's controller assumes, and nobody else`,
      of,
      who: { kinds: everybody, names: '!bulkhead/controller' },
      does: become,
      to: { kinds: ['role'], names: reader },
      expected: 'denied',
      mayBeEmpty: true,
    },
    {
      sentence: `${what} through a role that reads no data and changes nothing`,
      of,
      who: { kinds: ['role'], names: reader },
      does: ['administer-resource', 'write-data', 'delete-data', 'read-data', 'iam', 'network', 'telemetry'],
      to: {},
      expected: 'denied',
      throughOthers: true,
      mayBeEmpty: true,
    },
  ]),
  {
    sentence:
      'the controller becomes the controller of an account, the reader of spend and the reader of the inventory',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/controller', in: { Phase: 'delivery' } },
    does: become,
    to: {
      kinds: ['role'],
      names: ['bulkhead/controller', 'bulkhead/spend-reader', 'bulkhead/inventory-reader'],
      where: 'other account',
    },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'the controller is unreachable from pipelines',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/apply-*' },
    does: 'become',
    to: { kinds: ['role'], names: 'bulkhead/controller', in: { Phase: 'delivery' } },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence:
      "the organization's tree and policies are changed from the management account, but for the controller's freezes",
    of: 'controller',
    who: { kinds: everybody, names: '!bulkhead/controller', in: { Phase: '!management' } },
    does: { actions: ['organizations:AttachPolicy', 'organizations:DetachPolicy'] },
    to: { kinds: ['organization-policy', 'organization-account'] },
    expected: 'denied',
  },
  {
    sentence: 'the controller attaches freeze policies, and only those, to accounts that may be frozen, and only those',
    of: 'controller',
    who: { kinds: ['role', 'unlimited'], names: 'bulkhead/controller*', in: { Phase: 'delivery' } },
    does: { actions: ['organizations:AttachPolicy', 'organizations:DetachPolicy'] },
    to: { kinds: ['organization-policy'], names: '!*-freeze-*' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'prod is never frozen, identity, shared services and delivery neither',
    of: 'controller',
    who: { kinds: ['role', 'unlimited'], names: 'bulkhead/controller*', in: { Phase: 'delivery' } },
    does: { actions: ['organizations:AttachPolicy', 'organizations:DetachPolicy'] },
    to: { kinds: ['organization-account'], names: ['*-prod', '*-identity', '*-shared-services', '*-delivery'] },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'the controller alone reads the organization from outside of the management account',
    of: 'controller',
    who: { kinds: everybody, names: '!bulkhead/controller', in: { Phase: '!management' } },
    does: { actions: ['organizations:ListAccounts'] },
    to: { kinds: ['organization'] },
    expected: 'denied',
  },
  {
    sentence: 'the controller reads which accounts the organization has',
    of: 'controller',
    who: { kinds: ['role'], names: 'bulkhead/controller', in: { Phase: 'delivery' } },
    does: { actions: ['organizations:ListAccounts'] },
    to: { kinds: ['organization'] },
    expected: 'allowed',
    mayBeEmpty: true,
  },
];
