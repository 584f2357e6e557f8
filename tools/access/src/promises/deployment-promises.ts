import { runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** Subjects that look like the trusted one of a pipeline, and aren't it. */
const neighbours = [
  '* *:ref:*',
  '*:pull_request in *',
  '*environment:unprotected in *',
  '*-fork:*',
  '*repo:stranger/*',
  '* for *',
];

const everybody = ['any-administrator', 'role', 'user', 'any-member'] as const;

const become = { actions: ['sts:AssumeRole'] } as const;

/** Who deploys: pipelines of protected environments, through one role per account. */
export const deploymentPromises: readonly AccessPromise[] = [
  {
    sentence: 'a pipeline is trusted by the exact repository and environment: nobody who looks alike becomes anything',
    who: { kinds: ['federated'], names: neighbours },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['role'], examples: false },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'the protected environment of a pipeline becomes its apply role',
    who: { kinds: ['federated'], names: [...neighbours.map((each) => `!${each}`), '!*environment:organization *'] },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['role'], names: 'bulkhead/apply-*' },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines become deployers of the accounts',
    who: { kinds: ['role'], names: 'bulkhead/apply-*', in: { BusinessUnit: 'enterprise' } },
    does: become,
    to: { kinds: ['role'], names: 'bulkhead/deployer', in: { BusinessUnit: ['retail', 'bi'] } },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'pipelines of the enterprise do not deploy a unit that has a delivery account of its own',
    who: { kinds: ['role'], names: 'bulkhead/apply-*', in: { BusinessUnit: 'enterprise' } },
    does: become,
    to: { kinds: ['role'], names: 'bulkhead/*', in: { BusinessUnit: 'startup', ...runtimeAccounts } },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence:
      'whoever is administrator of an account, no role of theirs but the pipelines’ becomes a role of the platform',
    who: { kinds: ['any-administrator', 'any-member', 'user'], names: '!*platform-engineers' },
    does: become,
    to: { kinds: ['role'], names: 'bulkhead/*' },
    expected: 'denied',
  },
  {
    sentence: 'management is deployed only through the organization deployer, trusted by one protected environment',
    who: { kinds: ['federated'], names: '!*environment:organization in *' },
    does: { actions: ['sts:AssumeRoleWithWebIdentity'] },
    to: { kinds: ['role'], in: { Phase: 'management' } },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'the organization deployer changes the platform in the management account, and no other role there',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: { actions: ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:CreateRole'] },
    to: { kinds: ['role'], names: 'any-role', in: { Phase: 'management' } },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'the organization deployer sets up every account',
    who: { kinds: ['role'], names: 'bulkhead/organization-deployer' },
    does: become,
    to: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'] },
    expected: 'allowed',
    mayBeEmpty: true,
  },
  {
    sentence: 'nobody outside of the management account becomes anybody in it, but who reads spend',
    who: { kinds: everybody, in: { Phase: '!management' } },
    does: 'become',
    to: { kinds: ['role'], names: '!bulkhead/spend-reader', in: { Phase: 'management' }, examples: false },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'people become nobody without a second factor, whatever they are allowed',
    who: { kinds: ['any-member', 'user', 'unlimited'], in: { Phase: 'identity' }, names: '!bulkhead/*' },
    does: become,
    to: { kinds: ['role'], examples: false },
    context: { 'aws:MultiFactorAuthPresent': 'false' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence:
      'who deploys, controls or administers becomes nobody but those whom they have to, not even if a role is left open',
    who: {
      kinds: ['role', 'any-member'],
      names: ['bulkhead/apply-*', 'bulkhead/controller', 'bulkhead/organization-deployer', 'people/*'],
    },
    does: become,
    to: { kinds: ['open-role'], where: 'other account' },
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'OrganizationAccountAccessRole is open to the management account only',
    who: { kinds: ['any-administrator', 'role', 'user', 'any-member'], in: { Phase: '!management' } },
    does: become,
    to: { kinds: ['role'], names: 'OrganizationAccountAccessRole' },
    expected: 'denied',
  },
];
