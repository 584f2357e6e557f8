import { type StoreEncryption, storeTypes } from '@bulkhead/inventory';
import { encryptionOf } from './recorded-encryption.ts';

const own = 'arn:aws:kms:eu-west-1:000000000011:key/own';
const ofAws = 'arn:aws:kms:eu-west-1:000000000011:key/of-aws';
const other = 'arn:aws:kms:eu-west-1:000000000012:key/not-recorded';
const managers = new Map([
  ['own', 'CUSTOMER'],
  ['of-aws', 'AWS'],
]);
const rules = (settings: object) => ({ rules: [{ applyServerSideEncryptionByDefault: settings }] });
const bucket = (settings: object) => ({ ServerSideEncryptionConfiguration: rules(settings) });

test.each<[string, string, object, object, StoreEncryption]>([
  ['a bucket by its service', 'S3::Bucket', {}, bucket({ sseAlgorithm: 'AES256' }), 'service-default'],
  ['a bucket by a key', 'S3::Bucket', {}, bucket({ sseAlgorithm: 'aws:kms', kmsMasterKeyID: own }), 'customer-key'],
  ['a bucket by no key of its own', 'S3::Bucket', {}, bucket({ sseAlgorithm: 'aws:kms' }), 'aws-key'],
  [
    'a bucket whose settings are text',
    'S3::Bucket',
    {},
    { ServerSideEncryptionConfiguration: JSON.stringify(rules({ sseAlgorithm: 'aws:kms', kmsMasterKeyID: own })) },
    'customer-key',
  ],
  ['a table by its service', 'DynamoDB::Table', { tableName: 'x' }, {}, 'service-default'],
  [
    'a table by a key',
    'DynamoDB::Table',
    { ssedescription: { status: 'ENABLED', kmsmasterKeyArn: own } },
    {},
    'customer-key',
  ],
  ['a table by a key that is not told', 'DynamoDB::Table', { ssedescription: { status: 'ENABLED' } }, {}, 'unknown'],
  [
    'a queue by a key',
    'SQS::Queue',
    { KmsMasterKeyId: 'alias/own', SqsManagedSseEnabled: 'false' },
    {},
    'customer-key',
  ],
  ["a queue by AWS's key", 'SQS::Queue', { KmsMasterKeyId: 'alias/aws/sqs' }, {}, 'aws-key'],
  ['a queue by its service', 'SQS::Queue', { SqsManagedSseEnabled: 'true' }, {}, 'service-default'],
  ['a queue by nothing', 'SQS::Queue', { SqsManagedSseEnabled: 'false' }, {}, 'none'],
  ['a topic by a key', 'SNS::Topic', { KmsMasterKeyId: own }, {}, 'customer-key'],
  ['a topic of which nothing is told', 'SNS::Topic', { KmsMasterKeyId: null }, {}, 'unknown'],
  ['a secret by a key', 'SecretsManager::Secret', { Name: 'x', KMSKeyId: own }, {}, 'customer-key'],
  ["a secret by AWS's key", 'SecretsManager::Secret', { Name: 'x' }, {}, 'aws-key'],
  ['a stream by nothing', 'Kinesis::Stream', { StreamEncryption: { EncryptionType: 'NONE' } }, {}, 'none'],
  ["a stream by AWS's alias", 'Kinesis::Stream', { StreamEncryption: { KeyId: 'alias/aws/kinesis' } }, {}, 'aws-key'],
  ['a database by a key', 'RDS::DBInstance', { storageEncrypted: true, kmsKeyId: own }, {}, 'customer-key'],
  ["a database by AWS's key", 'RDS::DBCluster', { storageEncrypted: true, kmsKeyId: ofAws }, {}, 'aws-key'],
  ['a snapshot by a key that is not recorded', 'RDS::DBSnapshot', { encrypted: true, kmsKeyId: other }, {}, 'some-key'],
  ['a database by nothing', 'RDS::DBInstance', { storageEncrypted: false }, {}, 'none'],
  ['a warehouse by nothing', 'Redshift::Cluster', { encrypted: false }, {}, 'none'],
  [
    'a domain by a key',
    'OpenSearch::Domain',
    { EncryptionAtRestOptions: { Enabled: true, KmsKeyId: own } },
    {},
    'customer-key',
  ],
  ['an older domain by nothing', 'Elasticsearch::Domain', { encryptionAtRestOptions: { enabled: false } }, {}, 'none'],
  ['a file system by a key', 'EFS::FileSystem', { Encrypted: true, KmsKeyId: 'own' }, {}, 'customer-key'],
  ['a volume by nothing', 'EC2::Volume', { encrypted: false, kmsKeyId: null }, {}, 'none'],
  ['a volume by a key that is not told', 'EC2::Volume', { encrypted: true }, {}, 'unknown'],
  ['a repository, of which nothing is told', 'ECR::Repository', { RepositoryName: 'x' }, {}, 'unknown'],
])('%s is told as such', (_, type, configuration, supplementaryConfiguration, expected) => {
  expect(encryptionOf(`AWS::${type}`, { configuration, supplementaryConfiguration }, managers)).toBe(expected);
});

test.each(storeTypes)('what AWS Config does not tell of $type is unknown, and not none', ({ type }) => {
  for (const nothing of [undefined, null, {}, '', 'x', []]) {
    expect(encryptionOf(type, { configuration: nothing, supplementaryConfiguration: nothing }, managers)).toBe(
      'unknown',
    );
  }
});
