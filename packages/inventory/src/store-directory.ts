/** How a store is encrypted; `unknown` where AWS Config does not tell, which is not `none`. */
export type StoreEncryption = 'customer-key' | 'aws-key' | 'service-default' | 'none' | 'unknown';

/** A place for data as AWS Config last recorded it. */
export interface RecordedStore {
  readonly accountId: string;
  readonly region: string;
  /** AWS Config's name of the resource type, like `AWS::S3::Bucket`. */
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  /** Value of the tag `DataClass` as it stands there, undefined where there is no such tag. */
  readonly dataClass: string | undefined;
  readonly encryption: StoreEncryption;
  /** When AWS Config saw it so, ISO 8601 in UTC. */
  readonly recordedAt: string;
}

/** The stores of all accounts of an organization, in all its Regions, as far as AWS Config records them. */
export interface StoreDirectory {
  list(): Promise<readonly RecordedStore[]>;
}
