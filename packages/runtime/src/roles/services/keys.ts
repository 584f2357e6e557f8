import { type ServiceRights, actionsOf } from '../right.ts';

/** Keys, and what they encrypt. */
export const keys: ServiceRights = {
  // for a service, which has checked by then that the caller may read what it decrypts
  'read-data': [
    {
      actions: ['kms:Decrypt'],
      ownAccount: true,
      condition: { StringLike: { 'kms:ViaService': ['dynamodb.*', 'kinesis.*', 's3.*'] } },
    },
  ],
  // by itself, whatever it was that was encrypted
  'read-secrets': [{ actions: actionsOf('kms', 'Decrypt', 'GenerateDataKey*', 'ReEncrypt*') }],
  build: [{ actions: ['kms:*'], ownAccount: true }],
};
