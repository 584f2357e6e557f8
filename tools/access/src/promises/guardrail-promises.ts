import { classNames } from '../simulate/action-classes.ts';
import { memberAccounts, runtimeAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

/** What no account may do, whoever is administrator there. */
export const guardrailPromises: readonly AccessPromise[] = [
  {
    sentence: 'nobody works as the root user',
    who: { kinds: ['root'], in: memberAccounts },
    does: classNames,
    to: { where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'security automation acts as root in sessions of AssumeRoot, to unlock a bucket or a queue',
    who: { kinds: ['root'], in: { Phase: ['!identity', '!management'] } },
    does: { actions: ['s3:DeleteBucketPolicy'] },
    to: { kinds: ['bucket'], where: 'own account' },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'allowed',
  },
  {
    sentence: 'an account stays in the organization',
    who: { kinds: ['any-administrator', 'role', 'user', 'any-member'], in: memberAccounts },
    does: { actions: ['organizations:LeaveOrganization'] },
    to: { kinds: ['account'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'an account stays in the organization: it accepts no invitation of another one',
    who: { kinds: ['any-administrator', 'role', 'user', 'any-member'], in: memberAccounts },
    does: { actions: ['organizations:AcceptHandshake'] },
    to: { kinds: ['handshake'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'nothing is opened to the whole world: the block on public S3 access stays',
    who: { kinds: ['any-administrator'], in: memberAccounts },
    does: { actions: ['s3:PutAccountPublicAccessBlock'] },
    to: { kinds: ['account'], where: 'own account' },
    expected: 'denied',
  },
  {
    sentence: 'nothing is opened to the whole world: no image or snapshot is shared with everybody',
    who: { kinds: ['any-administrator', 'role'], in: memberAccounts },
    does: { actions: ['ec2:ModifySnapshotAttribute'] },
    to: { kinds: ['snapshot'], where: 'own account' },
    context: { 'ec2:Add/group': 'all' },
    expected: 'denied',
  },
  {
    sentence: 'sharing a snapshot with a named account is another question',
    who: { kinds: ['any-administrator'], in: runtimeAccounts },
    does: { actions: ['ec2:ModifySnapshotAttribute'] },
    to: { kinds: ['snapshot'], where: 'own account' },
    context: { 'ec2:Add/group': undefined },
    expected: 'allowed',
  },
  {
    sentence: 'work happens in the Regions of the organization only',
    who: { kinds: ['any-administrator'], in: memberAccounts },
    does: ['administer-resource', 'network', 'write-data'],
    to: { kinds: ['instance', 'table', 'queue', 'vpc'], where: 'own account' },
    region: 'outside the organization',
    expected: 'denied',
  },
  {
    sentence: 'work happens in the Regions of the account only',
    who: { kinds: ['any-administrator'], in: memberAccounts },
    does: ['administer-resource', 'network', 'write-data'],
    to: { kinds: ['instance', 'table', 'queue', 'vpc'], where: 'own account' },
    region: 'outside the account',
    expected: 'denied',
    mayBeEmpty: true,
  },
  {
    sentence: 'who builds an account sets a Region up before it is allowed and clears it out after it is not',
    who: { kinds: ['role'], names: ['bulkhead/deployer', 'OrganizationAccountAccessRole'], in: memberAccounts },
    does: { actions: ['logs:DeleteLogGroup'] },
    to: { kinds: ['log-group'], where: 'own account' },
    region: 'outside the organization',
    expected: 'allowed',
  },
  {
    sentence: 'people and machines come with short-lived credentials: no IAM user is made outside identity',
    who: { kinds: ['any-administrator', 'role'], in: { Phase: ['!identity', '!management'] } },
    does: { actions: ['iam:CreateUser', 'iam:CreateAccessKey', 'iam:CreateLoginProfile'] },
    to: { kinds: ['user'], where: 'own account' },
    expected: 'denied',
  },
];
