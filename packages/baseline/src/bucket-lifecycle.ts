/** What becomes of objects with time, in days. Parts of an upload that nobody completed go after a week in any case. */
export interface BucketLifecycle {
  /** Objects move to Glacier Instant Retrieval. */
  readonly coldAfter?: number;
  /** Objects expire. */
  readonly expireAfter?: number;
  /** Versions that another one replaced, or that expired, are deleted. */
  readonly deleteNoncurrentAfter?: number;
}

/** The one rule of a bucket, as S3 takes it. */
export const lifecycleRule = ({ coldAfter, expireAfter, deleteNoncurrentAfter }: BucketLifecycle) => ({
  id: 'lifecycle',
  status: 'Enabled',
  filter: [{ prefix: '' }],
  abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
  ...(coldAfter !== undefined && { transition: [{ days: coldAfter, storageClass: 'GLACIER_IR' }] }),
  ...(expireAfter !== undefined && { expiration: [{ days: expireAfter }] }),
  ...(deleteNoncurrentAfter !== undefined && {
    noncurrentVersionExpiration: [{ noncurrentDays: deleteNoncurrentAfter }],
  }),
});
