import { type ServiceRights, actionsOf } from '../right.ts';

/** Buckets and their objects. */
export const objects: ServiceRights = {
  'read-data': [{ actions: actionsOf('s3', 'GetObject*', 'ListBucket', 'ListBucketVersions') }],
  build: [{ actions: ['s3:*'] }],
};
