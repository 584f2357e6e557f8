import type { StoreUses } from '../store-uses.ts';

const withIndexes = (arn: string) => [arn, `${arn}/index/*`];

// DynamoDB decrypts a table's own key in the name of who reads or writes, and works with grants on it otherwise, which
// were made with the table. Source: AWS KMS Developer Guide, how DynamoDB uses AWS KMS. Not tried: from another account.
const tableKey = ['kms:Decrypt', 'kms:DescribeKey'];

export const tableUses: StoreUses = {
  uses: {
    'read-data': [
      {
        name: '',
        actions: [
          'dynamodb:BatchGetItem',
          'dynamodb:ConditionCheckItem',
          'dynamodb:DescribeTable',
          'dynamodb:GetItem',
          'dynamodb:Query',
          'dynamodb:Scan',
        ],
        on: withIndexes,
      },
    ],
    'write-data': [{ name: '', actions: ['dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'] }],
    'use-key': [],
  },
  own: [{ name: '', actions: ['dynamodb:DeleteItem'] }],
  resourceInPolicy: 'arn',
  key: { service: 'dynamodb', actions: { 'read-data': tableKey, 'write-data': tableKey } },
};
