import { recordsFromTerraform } from './terraform-records.ts';
import { parseTerraformStack } from './terraform-stack.ts';

const key = '${aws_kms_key.own.arn}';
const stack = parseTerraformStack(
  'acme-retail-prod',
  JSON.stringify({
    provider: {
      aws: [
        {
          region: 'eu-west-1',
          allowed_account_ids: ['222200000007'],
          default_tags: [{ tags: { DataClass: 'sensitive', Phase: 'prod' } }],
        },
        { alias: 'eu-central-1', region: 'eu-central-1', allowed_account_ids: ['222200000007'] },
      ],
    },
    resource: {
      aws_config_configuration_aggregator: { a: { provider: 'aws', name: 'acme' } },
      aws_config_configuration_recorder: { a: { provider: 'aws' }, b: { provider: 'aws.eu-central-1' } },
      aws_kms_key: { own: { provider: 'aws' } },
      aws_s3_bucket: { orders: { provider: 'aws', bucket: 'orders' }, plain: { provider: 'aws', bucket: 'plain' } },
      aws_s3_bucket_server_side_encryption_configuration: {
        orders: {
          bucket: '${aws_s3_bucket.orders.bucket}',
          rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms', kms_master_key_id: key } }],
        },
      },
      aws_sqs_queue: {
        events: { provider: 'aws.eu-central-1', name: 'events', kms_master_key_id: key, tags: { DataClass: 'none' } },
        open: { provider: 'aws', name: 'open', sqs_managed_sse_enabled: false },
      },
      aws_sns_topic: { news: { provider: 'aws', name: 'news', kms_master_key_id: 'alias/aws/sns' } },
      aws_dynamodb_table: { carts: { name: 'carts', provider: 'aws' } },
    },
  }),
);
const { aggregators, recorders, records } = recordsFromTerraform([stack]);
const recordOf = (name: string) => records.find((record) => record.name === name);
const keyRecord = records.find(({ type }) => type === 'AWS::KMS::Key');

test('AWS Config records and aggregates where the Terraform says so', () => {
  const accountId = '222200000007';
  expect(aggregators).toEqual([{ accountId, region: 'eu-west-1', name: 'acme' }]);
  expect(recorders.map(({ region }) => region)).toEqual(['eu-west-1', 'eu-central-1']);
});

test('a store stands in the account and Region of its provider, with its tags over those of the provider', () => {
  expect(recordOf('events')).toMatchObject({
    accountId: '222200000007',
    region: 'eu-central-1',
    arn: 'arn:aws:sqs:eu-central-1:222200000007:events',
    tags: { DataClass: 'none', Phase: 'prod' },
  });
  expect(recordOf('orders')?.tags).toEqual({ DataClass: 'sensitive', Phase: 'prod' });
  expect(recordOf('news')?.tags).toBeUndefined();
});

test('a store has the key that the Terraform gives it, under the id of which AWS Config records the key', () => {
  expect(keyRecord?.configuration).toMatchObject({ keyManager: 'CUSTOMER' });
  expect(recordOf('events')?.configuration).toMatchObject({ KmsMasterKeyId: keyRecord?.arn });
  expect(recordOf('news')?.configuration).toMatchObject({ KmsMasterKeyId: 'alias/aws/sns' });
  expect(JSON.stringify(recordOf('orders')?.supplementaryConfiguration)).toContain(keyRecord?.arn);
});

test('without a key, a bucket and a table are encrypted by their service, a queue as its settings say', () => {
  expect(JSON.stringify(recordOf('plain')?.supplementaryConfiguration)).toContain('AES256');
  expect(recordOf('carts')?.configuration).toEqual({ tableName: 'carts' });
  expect(recordOf('open')?.configuration).toEqual({ QueueName: 'open', SqsManagedSseEnabled: 'false' });
});
