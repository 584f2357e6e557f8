/** What is known of a resource type that holds data. */
export interface StoreType {
  /** AWS Config's name of it. */
  readonly type: string;
  /** In the words of a definition where it has one. */
  readonly kind: string;
  /** Whether AWS Config tells its tags: where it does not, nobody knows from there whether a store is untagged. */
  readonly tellsTags: boolean;
}

const telling = (type: string, kind: string): StoreType => ({ type, kind, tellsTags: true });

/**
 * Resource types that hold data and that advanced queries of AWS Config know.
 *
 * Source: awslabs/aws-config-resource-schema, resource-types. It has no type for caches, for snapshots of volumes and for
 * log groups, and topics without tags.
 */
export const storeTypes: readonly StoreType[] = [
  telling('AWS::S3::Bucket', 'bucket'),
  telling('AWS::DynamoDB::Table', 'table'),
  telling('AWS::SQS::Queue', 'queue'),
  { type: 'AWS::SNS::Topic', kind: 'topic', tellsTags: false },
  telling('AWS::SecretsManager::Secret', 'secret'),
  telling('AWS::Events::EventBus', 'bus'),
  telling('AWS::ECR::Repository', 'repository'),
  telling('AWS::RDS::DBInstance', 'database'),
  telling('AWS::RDS::DBCluster', 'database cluster'),
  telling('AWS::RDS::DBSnapshot', 'database snapshot'),
  telling('AWS::Redshift::Cluster', 'warehouse'),
  telling('AWS::OpenSearch::Domain', 'search domain'),
  telling('AWS::Elasticsearch::Domain', 'search domain'),
  telling('AWS::Kinesis::Stream', 'stream'),
  telling('AWS::EFS::FileSystem', 'file system'),
  telling('AWS::EC2::Volume', 'volume'),
];

/** Places for data that AWS Config's queries have no type for. */
export const unrecordedKinds: readonly string[] = ['caches', 'snapshots of volumes', 'log groups'];

export const findStoreType = (type: string): StoreType | undefined => storeTypes.find((each) => each.type === type);
