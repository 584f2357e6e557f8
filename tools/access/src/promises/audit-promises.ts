import { classNames } from '../simulate/action-classes.ts';
import { everybody, workingAccounts } from './account-patterns.ts';
import type { AccessPromise } from './promise.ts';

const sharedServices = { Phase: 'shared-services' } as const;
const elsewhere = { Phase: ['!shared-services', '!management'] } as const;

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
    to: { kinds: ['object'], names: '*-shared-services-*', in: sharedServices },
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
    sentence: 'security administrators modify no telemetry either',
    of: 'unmodified',
    who: { kinds: ['role'], names: ['bulkhead/security-administrator', 'bulkhead/auditor', 'bulkhead/*reader*'] },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network', 'telemetry'],
    to: { in: sharedServices },
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
  {
    sentence: 'telemetry is decrypted by those who read it, not by every account',
    of: 'readers',
    who: { kinds: ['any-administrator'], in: { Phase: ['!shared-services', '!management'] } },
    does: 'read-data',
    to: { kinds: ['key'], examples: false, in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'no account reads the telemetry of others: not from another account',
    of: 'readers',
    who: { kinds: everybody, names: '!bulkhead/config-recorder', in: { Phase: ['!shared-services', '!management'] } },
    does: ['read-data'],
    to: { kinds: ['bucket', 'object', 'log-stream'], examples: false, in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'auditors see settings of every account, and change nothing anywhere',
    of: 'readers',
    who: { kinds: ['role'], names: 'bulkhead/auditor' },
    does: classNames.filter((name) => name !== 'read-config' && name !== 'read-data'),
    to: {},
    expected: 'denied',
  },
  {
    sentence: 'auditors see settings of every account',
    of: 'readers',
    who: { kinds: ['role'], names: 'bulkhead/auditor', in: workingAccounts },
    does: { on: { role: ['iam:GetRole'], bucket: ['s3:GetBucketPolicy'] } },
    to: { where: 'own account', examples: false },
    expected: 'allowed',
  },
  {
    sentence: 'telemetry flows in from the accounts of the organization, and from no other one',
    of: 'flows-in',
    who: { kinds: ['outsider', 'trusted'] },
    does: { on: { sink: ['oam:CreateLink'], 'log-destination': ['logs:PutSubscriptionFilter'] } },
    to: { in: sharedServices },
    expected: 'denied',
  },
  {
    sentence: 'telemetry is what flows in: metrics, logs and traces',
    of: 'flows-in',
    who: { kinds: ['any-administrator', 'role'], in: { Phase: '!shared-services' } },
    does: { actions: ['oam:CreateLink'] },
    to: { kinds: ['sink'], in: sharedServices },
    context: { 'oam:ResourceTypes': ['AWS::InternetMonitor::Monitor'] },
    expected: 'denied',
  },
  {
    sentence: 'who builds an account links its telemetry to shared services',
    of: 'flows-in',
    who: {
      kinds: ['role'],
      names: 'bulkhead/deployer',
      in: { Phase: ['!shared-services', '!management', '!suspended'] },
    },
    does: { actions: ['oam:CreateLink'] },
    to: { kinds: ['sink'], in: sharedServices },
    context: { 'oam:ResourceTypes': ['AWS::Logs::LogGroup', 'AWS::XRay::Trace'] },
    expected: 'allowed',
  },
  {
    sentence: 'recorders of AWS Config write what they record, and nothing else anywhere',
    of: 'flows-in',
    who: { kinds: ['role'], names: 'bulkhead/config-recorder' },
    does: ['administer-resource', 'write-data', 'delete-data', 'iam', 'network', 'telemetry'],
    to: { kinds: exampleAndBucketKinds(), names: '!*-config-*' },
    expected: 'denied',
  },
];

/** Kinds that a recorder has no business with; the key of its bucket is not among them. */
function exampleAndBucketKinds(): readonly string[] {
  return ['instance', 'role', 'user', 'bucket', 'object', 'table', 'queue', 'topic', 'secret', 'vpc', 'trail', 'sink'];
}
