import type { StoreUses } from '../store-uses.ts';

/** Who reads a secret of another account names it by its whole ARN. The value is written by the unit's own pipeline. */
export const secretUses: StoreUses = {
  uses: {
    'read-data': [{ name: '', actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'] }],
    'use-key': [],
  },
  own: [{ name: '', actions: ['secretsmanager:PutSecretValue'] }],
  resourceInPolicy: '*',
  key: { service: 'secretsmanager', actions: { 'read-data': ['kms:Decrypt'] } },
};
