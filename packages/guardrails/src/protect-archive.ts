import { type SharedServicesBucket, sharedServicesBucketName } from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/** What could end what the archive promises: that it is written once and kept for as long as the definition says. */
const changesToArchive: readonly string[] = [
  's3:BypassGovernanceRetention',
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  // Without a version it sets a marker, which Object Lock does not prevent. Amazon S3 User Guide, Object Lock.
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketVersioning',
  's3:PutLifecycleConfiguration',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
  's3:PutReplicationConfiguration',
  's3:ReplicateDelete',
];

/** Who may write to a bucket, and how it is kept. Making one that is there sets it up anew. */
const settings: readonly string[] = ['s3:CreateBucket', 's3:PutBucket*', 's3:PutEncryptionConfiguration'];

const deletions: readonly string[] = ['s3:DeleteBucket', 's3:DeleteObject', 's3:DeleteObjectVersion'];

const changesToKeys: readonly string[] = [
  'kms:DeleteAlias',
  'kms:DeleteImportedKeyMaterial',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'kms:UpdateAlias',
];

/**
 * Nobody of shared services ends what its buckets keep, nor what they are encrypted with: not its administrators, and
 * not the roles that build it. Nobody but those sets a bucket up. Who has to change retention, life cycle or a key's policy changes this first, through the
 * pipeline of the management account.
 *
 * It stands from the fourth wave of a deployment on, when shared services has been built. What stays open: the deployer
 * writes bucket policies, which `onlyOrganization` holds to the organization; service-linked roles escape every service
 * control policy; an account that is closed is gone after 90 days, with its buckets.
 */
export function protectArchive(organization: string): readonly Statement[] {
  const buckets = (...kinds: readonly SharedServicesBucket[]) =>
    kinds.flatMap((kind) => {
      const bucket = `arn:aws:s3:::${sharedServicesBucketName(organization, kind, '*')}`;
      return [bucket, `${bucket}/*`];
    });
  const deny = (Sid: string, Action: readonly string[], Resource: readonly string[]): Statement => ({
    Sid,
    Effect: 'Deny',
    Action,
    Resource,
  });
  return [
    deny('Archive', changesToArchive, buckets('archive', 'config')),
    // A life cycle may end what is in these: they promise less.
    deny('ArchiveLogs', deletions, buckets('access-logs', 'billing')),
    {
      ...deny('ArchiveSettings', settings, buckets('archive', 'config', 'access-logs', 'billing')),
      Condition: exceptRoles(deployerRoles),
    },
    deny('ArchiveKeys', changesToKeys, ['arn:aws:kms:*:*:key/*', 'arn:aws:kms:*:*:alias/*']),
  ];
}
