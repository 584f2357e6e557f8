import type { StoreUses } from '../store-uses.ts';

/** A queue's policy takes seven actions in a statement. Source: Amazon SQS Developer Guide, policy quotas. */
export const queueUses: StoreUses = {
  uses: {
    consume: [
      {
        name: '',
        actions: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
          'sqs:ReceiveMessage',
        ],
      },
    ],
    publish: [{ name: '', actions: ['sqs:GetQueueUrl', 'sqs:SendMessage'] }],
    'use-key': [],
  },
  resourceInPolicy: 'arn',
  key: {
    service: 'sqs',
    // Source: Amazon SQS Developer Guide, key management: producers decrypt the data key that they were given
    actions: { consume: ['kms:Decrypt'], publish: ['kms:Decrypt', 'kms:GenerateDataKey'] },
  },
};
