import { assume, everybody } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const withToken = { actions: ['sts:AssumeRoleWithWebIdentity'] } as const;

/** The management account, and who gets there. */
export const managementPromises: readonly AccessPromise[] = [
  {
    sentence: 'management is deployed only through the organization deployer, trusted by one protected environment',
    of: 'management',
    who: { kinds: ['federated'], names: '!*environment:organization in *' },
    does: withToken,
    to: { kinds: ['role'], in: { Phase: 'management' }, examples: false },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'the organization deployer changes the platform in the management account, and no other role there',
    of: 'management',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: { actions: ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:CreateRole'] },
    to: { kinds: ['role'], names: 'any-role', in: { Phase: 'management' } },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'the management account runs nothing: who deploys it builds no workload there',
    of: 'management',
    who: { kinds: ['role'], in: { Phase: 'management' } },
    does: ['administer-resource', 'network', 'read-data'],
    to: {
      kinds: ['instance', 'function', 'cluster', 'database', 'table', 'vpc', 'secret', 'queue'],
      where: 'own account',
    },
    expected: 'denied',
  },
  {
    sentence: 'the organization deployer sets up every account',
    of: 'management',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: assume,
    to: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'] },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'nobody outside of the management account becomes anybody in it, but who reads spend',
    of: 'management',
    who: { kinds: everybody, in: { Phase: '!management' } },
    does: 'become',
    to: { kinds: ['role'], names: '!bulkhead/spend-reader', in: { Phase: 'management' }, examples: false },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence:
      'who deploys, controls or administers becomes nobody but those whom they have to, not even if a role is left open',
    of: 'declared',
    who: {
      kinds: ['role', 'any-member', 'user'],
      names: [
        ...['bulkhead/apply-*', 'bulkhead/plan*', 'bulkhead/controller', 'bulkhead/organization-deployer'],
        ...['bulkhead/delivery-*', 'people/*', 'break-glass/*'],
      ],
    },
    does: assume,
    to: { kinds: ['open-role'], where: 'other account' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'OrganizationAccountAccessRole is open to the management account only',
    of: 'management',
    who: { kinds: everybody, in: { Phase: '!management' } },
    does: assume,
    to: { kinds: ['role'], names: 'OrganizationAccountAccessRole' },
    expected: 'denied',
  },
];
