import { everybody } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const sharedServices = { Phase: 'shared-services' } as const;

const deletions = {
  object: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'],
  bucket: ['s3:DeleteBucket'],
} as const;

/** "Hotel Audit": telemetry flows in, is read, and is modified by nobody. */
export const auditPromises: readonly AccessPromise[] = [
  {
    sentence: 'nobody alters the audit log or adds to it: not from another account, whoever they are and become',
    of: 'unmodified',
    who: { kinds: everybody, in: { Phase: ['!shared-services', '!delivery', '!management'] } },
    does: ['write-data', 'delete-data'],
    to: { kinds: ['bucket', 'object'], names: '*-archive-*', in: sharedServices },
    expected: 'denied',
    throughOthers: true,
  },
  {
    // who deploys shared services may let itself be who writes log streams there: AWS leaves that open
    sentence: 'nobody alters the audit log: nobody of delivery, whoever they become',
    of: 'unmodified',
    who: { kinds: everybody, in: { Phase: 'delivery' } },
    does: 'delete-data',
    to: { kinds: ['bucket', 'object'], names: ['*-archive-*', '*-config-*'], in: sharedServices },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'nobody configures the archive from another account',
    of: 'unmodified',
    who: { kinds: everybody, names: '!break-glass/*', in: { Phase: ['!shared-services', '!delivery', '!management'] } },
    does: 'administer-resource',
    to: { kinds: ['bucket'], names: '*-shared-services-*', in: sharedServices },
    expected: 'denied',
    throughOthers: true,
  },
  {
    sentence: 'nobody alters the audit log: not an administrator of shared services, nor who deploys it',
    of: 'unmodified',
    who: { kinds: [...everybody, 'root', 'unlimited'], in: sharedServices },
    does: 'delete-data',
    to: { kinds: ['bucket', 'object'], names: ['*-archive-*', '*-config-*'], in: sharedServices },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'denied',
  },
  {
    sentence: 'retention, versions, life cycle and policy of the archive stay, whoever asks',
    of: 'unmodified',
    who: { kinds: [...everybody, 'root'], in: sharedServices },
    does: {
      actions: [
        ...['s3:PutBucketVersioning', 's3:PutLifecycleConfiguration', 's3:PutBucketObjectLockConfiguration'],
        ...['s3:DeleteBucketPolicy', 's3:PutReplicationConfiguration'],
      ],
    },
    to: { kinds: ['bucket'], names: ['*-archive-*', '*-config-*'], in: sharedServices },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'denied',
  },
  {
    sentence: 'access logs and bills are deleted by nobody',
    of: 'unmodified',
    who: { kinds: [...everybody, 'root', 'unlimited'], in: sharedServices },
    does: { on: deletions },
    to: { names: ['*-access-logs-*', '*-billing-*'], in: sharedServices },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'denied',
  },
  {
    sentence: 'who deploys the archive still configures it: encryption, logging and its policy',
    of: 'unmodified',
    who: { kinds: ['role'], names: 'bulkhead/deployer', in: sharedServices },
    does: { actions: ['s3:PutBucketPolicy', 's3:PutEncryptionConfiguration', 's3:PutBucketLogging'] },
    to: { kinds: ['bucket'], names: '*-archive-*', in: sharedServices },
    expected: 'allowed',
  },
  {
    sentence: 'only what delivers telemetry writes it: no administrator adds to the archive',
    of: 'unmodified',
    who: { kinds: ['any-administrator', 'any-member', 'user', 'root'], in: { Phase: '!management' } },
    does: 'write-data',
    to: { kinds: ['object'], names: ['*-shared-services-*', '!*-queries-*'], in: sharedServices },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'denied',
  },
  {
    sentence: 'only what delivers telemetry writes it: of the roles of shared services only the one of the log streams',
    of: 'unmodified',
    who: {
      kinds: ['role', 'unlimited'],
      names: ['!bulkhead/archive-writer*', '!bulkhead/config-recorder*'],
      in: sharedServices,
    },
    does: 'write-data',
    to: { kinds: ['object'], names: ['*-archive-*', '*-config-*'], in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'who reads telemetry modifies nothing: only results of questions are written, into a bucket of their own',
    of: 'unmodified',
    who: { kinds: ['role'], names: ['bulkhead/security-administrator', 'bulkhead/auditor', 'bulkhead/*reader*'] },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network', 'telemetry'],
    to: { kinds: ['!key'], names: '!*-queries-*', in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'keys of telemetry are deleted, disabled and given another policy by nobody',
    of: 'keys-kept',
    who: { kinds: [...everybody, 'root', 'unlimited'], in: sharedServices },
    does: { actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:PutKeyPolicy', 'kms:DisableKeyRotation'] },
    to: { kinds: ['key'], examples: false, in: sharedServices },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'denied',
  },
  {
    sentence: 'keys of artifacts and state are deleted and disabled by nobody',
    of: 'keys-kept',
    who: { kinds: [...everybody, 'root', 'unlimited'], in: { Phase: 'delivery' } },
    does: { actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'] },
    to: { kinds: ['key'], examples: false, where: 'own account' },
    context: { 'aws:AssumedRoot': 'true' },
    expected: 'denied',
  },
];
