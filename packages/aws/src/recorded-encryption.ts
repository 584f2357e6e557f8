import type { StoreEncryption } from '@bulkhead/inventory';

/** What AWS Config recorded of a resource. Parts of it are JSON as text in some recordings. */
export interface RecordedSettings {
  readonly configuration: unknown;
  readonly supplementaryConfiguration: unknown;
}

/** Who manages a key, by its id: `CUSTOMER` or `AWS`, as AWS Config recorded the key itself. */
export type KeyManagers = ReadonlyMap<string, string>;

/** How a store of that type is encrypted, as far as AWS Config tells. */
export function encryptionOf(type: string, settings: RecordedSettings, managers: KeyManagers): StoreEncryption {
  const told = readers[type]?.(settings) ?? 'unknown';
  return typeof told === 'string' ? told : ownerOf(told.key, managers);
}

type Told = StoreEncryption | { readonly key: string };
type Reader = (settings: RecordedSettings) => Told;

/** By a flag that it is encrypted, and a key. */
const flagged =
  (flag: string, key: string): Reader =>
  ({ configuration }) => {
    const isOn = find(configuration, flag);
    if (isOn === undefined) return 'unknown';
    return isTrue(isOn) ? byKey(find(configuration, key), 'unknown') : 'none';
  };

/** Where the property of each type stands: awslabs/aws-config-resource-schema, resource-types. */
const readers: Readonly<Record<string, Reader>> = {
  'AWS::S3::Bucket': ({ supplementaryConfiguration }) => {
    const byDefault = 'ServerSideEncryptionConfiguration.rules.applyServerSideEncryptionByDefault';
    const algorithm = find(supplementaryConfiguration, `${byDefault}.sseAlgorithm`);
    if (algorithm === 'AES256') return 'service-default';
    if (typeof algorithm !== 'string') return 'unknown';
    // without a key S3 takes the one that AWS manages (S3 User Guide, using server-side encryption with KMS)
    return byKey(find(supplementaryConfiguration, `${byDefault}.kmsMasterKeyID`), 'aws-key');
  },
  'AWS::DynamoDB::Table': ({ configuration }) => {
    // a table is always encrypted; without a description by a key of the service (DynamoDB, encryption at rest)
    const status = find(configuration, 'sseDescription.status');
    if (status === undefined && find(configuration, 'tableName') === undefined) return 'unknown';
    return byKey(
      find(configuration, 'sseDescription.kmsMasterKeyArn'),
      status === undefined ? 'service-default' : 'unknown',
    );
  },
  'AWS::SQS::Queue': ({ configuration }) => {
    const key = find(configuration, 'KmsMasterKeyId');
    const managed = find(configuration, 'SqsManagedSseEnabled');
    if (typeof key === 'string' && key !== '') return { key };
    if (managed === undefined) return 'unknown';
    return isTrue(managed) ? 'service-default' : 'none';
  },
  'AWS::SNS::Topic': ({ configuration }) => byKey(find(configuration, 'KmsMasterKeyId'), 'unknown'),
  // without a key it is the one that AWS manages (Secrets Manager User Guide, encryption)
  'AWS::SecretsManager::Secret': ({ configuration }) =>
    byKey(find(configuration, 'KmsKeyId'), find(configuration, 'Name') === undefined ? 'unknown' : 'aws-key'),
  'AWS::Kinesis::Stream': ({ configuration }) => {
    const type = find(configuration, 'StreamEncryption.EncryptionType');
    if (type === 'NONE') return 'none';
    return byKey(find(configuration, 'StreamEncryption.KeyId'), 'unknown');
  },
  'AWS::RDS::DBInstance': flagged('storageEncrypted', 'kmsKeyId'),
  'AWS::RDS::DBCluster': flagged('storageEncrypted', 'kmsKeyId'),
  'AWS::RDS::DBSnapshot': flagged('encrypted', 'kmsKeyId'),
  'AWS::Redshift::Cluster': flagged('encrypted', 'kmsKeyId'),
  'AWS::OpenSearch::Domain': flagged('EncryptionAtRestOptions.Enabled', 'EncryptionAtRestOptions.KmsKeyId'),
  'AWS::Elasticsearch::Domain': flagged('encryptionAtRestOptions.enabled', 'encryptionAtRestOptions.kmsKeyId'),
  'AWS::EFS::FileSystem': flagged('Encrypted', 'KmsKeyId'),
  'AWS::EC2::Volume': flagged('encrypted', 'kmsKeyId'),
};

const byKey = (key: unknown, otherwise: StoreEncryption): Told =>
  typeof key === 'string' && key !== '' ? { key } : otherwise;

const isTrue = (value: unknown) => value === true || value === 'true';

/** The id in a key's ARN, or the id itself. */
export const keyIdOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Aliases of AWS's own keys start with `aws/`; nobody else may make such an alias (KMS Developer Guide, aliases). */
function ownerOf(key: string, managers: KeyManagers): StoreEncryption {
  const [, alias] = /(?:^|:)alias\/(.+)$/.exec(key) ?? [];
  if (alias !== undefined) return alias.startsWith('aws/') ? 'aws-key' : 'customer-key';
  const manager = managers.get(keyIdOf(key));
  if (manager === undefined) return 'some-key';
  return manager === 'AWS' ? 'aws-key' : 'customer-key';
}

/**
 * The value at a path, of a list its first entry. Names are compared without case, since AWS Config writes them as each
 * service's own API does, and not always alike.
 */
export function find(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => {
    const [object] = [parsed(at)].flat() as readonly unknown[];
    if (typeof object !== 'object' || object === null) return undefined;
    return Object.entries(object).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? undefined;
  }, value);
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
