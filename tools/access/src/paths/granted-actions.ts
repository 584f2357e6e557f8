import type { GrantedUse, Store, StoreKind } from '@bulkhead/model';

/** What a grant lets its role do. */
export interface GrantedActions {
  /** Actions on the store and what lies in it, by kind of resource. A grant that doesn't allow all of them is not made. */
  readonly on: Readonly<Record<string, readonly string[]>>;
  /** Actions on the store's key, through the service of the store. */
  readonly key: readonly string[];
}

const nothing: GrantedActions = { on: {}, key: [] };
const writesWithKey = ['kms:Decrypt', 'kms:GenerateDataKey'];

/**
 * Written here anew, and not read from what makes the policies: two hands have to agree on what `read-data` of a bucket
 * means.
 */
const byKind: Readonly<Record<StoreKind, Readonly<Partial<Record<GrantedUse, GrantedActions>>>>> = {
  bucket: {
    'read-data': { on: { object: ['s3:GetObject'], bucket: ['s3:ListBucket'] }, key: ['kms:Decrypt'] },
    'write-data': { on: { object: ['s3:PutObject', 's3:AbortMultipartUpload'] }, key: writesWithKey },
  },
  table: {
    'read-data': {
      on: {
        table: [
          ...['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'],
          ...['dynamodb:ConditionCheckItem', 'dynamodb:DescribeTable'],
        ],
      },
      key: ['kms:Decrypt', 'kms:DescribeKey'],
    },
    'write-data': {
      on: { table: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'] },
      key: ['kms:Decrypt', 'kms:DescribeKey'],
    },
  },
  queue: {
    consume: {
      on: {
        queue: [
          ...['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'],
          ...['sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
        ],
      },
      key: ['kms:Decrypt'],
    },
    publish: { on: { queue: ['sqs:SendMessage', 'sqs:GetQueueUrl'] }, key: writesWithKey },
  },
  topic: {
    publish: { on: { topic: ['sns:Publish'] }, key: writesWithKey },
    consume: { on: { topic: ['sns:Subscribe'] }, key: [] },
  },
  secret: {
    'read-data': {
      on: { secret: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] },
      key: ['kms:Decrypt'],
    },
  },
  bus: { publish: { on: { 'event-bus': ['events:PutEvents'] }, key: [] } },
  repository: {
    'read-data': {
      on: {
        repository: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
      },
      key: [],
    },
  },
};

/** Direct use of a store's key, through no service. */
const usesKey: GrantedActions = {
  on: {},
  key: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
};

/** Nothing for a use that a kind of store doesn't have, which a definition can't say. */
export const grantedActions = (kind: StoreKind, use: GrantedUse): GrantedActions =>
  use === 'use-key' ? usesKey : (byKind[kind][use] ?? nothing);

const serviceOf: Readonly<Record<string, string>> = {
  ...{ bucket: 's3', table: 'dynamodb', queue: 'sqs', topic: 'sns', secret: 'secretsmanager' },
};

/** The service that uses a store's key in the name of who reads or writes: `s3.eu-west-1.amazonaws.com`. */
export const viaServiceOf = ({ kind, region }: Pick<Store, 'kind' | 'region'>): string =>
  `${serviceOf[kind] ?? ''}.${region}.amazonaws.com`;
