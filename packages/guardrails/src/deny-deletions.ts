import { type RuntimeAccount, platformRoleArn } from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/** Of what holds data, and of what would let somebody delete it. */
const deletions: readonly string[] = [
  'backup:DeleteBackupVault*',
  'backup:DeleteRecoveryPoint',
  'backup:PutBackupVaultAccessPolicy',
  'dynamodb:DeleteBackup',
  'dynamodb:DeleteTable',
  'ec2:DeleteSnapshot',
  'ec2:DeleteVolume',
  'ecr:DeleteRepository',
  'elasticache:DeleteCacheCluster',
  'elasticache:DeleteReplicationGroup',
  'elasticfilesystem:DeleteFileSystem',
  'es:DeleteDomain',
  'events:DeleteEventBus',
  'kinesis:DeleteStream',
  'kms:DisableKey',
  'kms:ScheduleKeyDeletion',
  'logs:DeleteLogGroup',
  'rds:DeleteDB*',
  'rds:DeleteGlobalCluster',
  'redshift:DeleteCluster',
  'route53:DeleteHostedZone',
  's3:DeleteBucket',
  's3:PutLifecycleConfiguration',
  'secretsmanager:DeleteSecret',
  'sns:DeleteTopic',
  'sqs:DeleteQueue',
];

/**
 * At a protected runtime account: what holds data is deleted by nobody but who builds the account. What nobody could
 * bring back, keys and backups, is not deleted by them either.
 *
 * A pipeline that deletes such a key does so after its account stopped being protected, in a change of its own.
 */
export function denyDeletions({ protect }: Pick<RuntimeAccount, 'protect'>): readonly Statement[] {
  if (!protect) return [];
  return [
    {
      Sid: 'Deletions',
      Effect: 'Deny',
      Action: deletions,
      Resource: ['*'],
      // as this role AWS Backup clears out what has outlived its time, a snapshot of a volume or a database
      Condition: exceptRoles([...deployerRoles, platformRoleArn('*', 'backup')]),
    },
    {
      Sid: 'ForGood',
      Effect: 'Deny',
      Action: ['backup:DeleteBackupVaultLockConfiguration', 'backup:DeleteRecoveryPoint', 'kms:ScheduleKeyDeletion'],
      Resource: ['*'],
    },
  ];
}
