import type { StoreUses } from '../store-uses.ts';

const objects = (arn: string) => [`${arn}/*`];

/** Current versions of objects, not older ones, and no tags of theirs. */
export const bucketUses: StoreUses = {
  uses: {
    'read-data': [
      { name: 'Objects', actions: ['s3:GetObject'], on: objects },
      { name: 'List', actions: ['s3:ListBucket'] },
    ],
    'write-data': [{ name: 'Objects', actions: ['s3:AbortMultipartUpload', 's3:PutObject'], on: objects }],
    'use-key': [],
  },
  own: [{ name: 'Objects', actions: ['s3:DeleteObject'], on: objects }],
  resourceInPolicy: 'arn',
  // a bucket of that name may stand in another account once this one is gone
  arnWithoutAccount: true,
  key: {
    service: 's3',
    // a part of an upload is read again to be put together. Source: Amazon S3 User Guide, multipart upload permissions
    actions: { 'read-data': ['kms:Decrypt'], 'write-data': ['kms:Decrypt', 'kms:GenerateDataKey'] },
  },
};
