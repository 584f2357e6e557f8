import type { StoreUses } from '../store-uses.ts';

/**
 * To consume is to subscribe with a queue or a function of the caller's own account, nothing else: no mail, no web
 * address. SNS decrypts before it delivers, so subscribers don't use the key.
 */
export const topicUses: StoreUses = {
  uses: {
    consume: [
      {
        name: '',
        actions: ['sns:Subscribe'],
        where: (callerAccountId) => ({
          StringEquals: { 'sns:Protocol': ['lambda', 'sqs'] },
          StringLike: { 'sns:Endpoint': `arn:aws:*:*:${callerAccountId}:*` },
        }),
      },
    ],
    publish: [{ name: '', actions: ['sns:Publish'] }],
    'use-key': [],
  },
  resourceInPolicy: 'arn',
  key: { service: 'sns', actions: { publish: ['kms:Decrypt', 'kms:GenerateDataKey'] } },
};
