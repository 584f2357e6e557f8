/**
 * How a store is encrypted.
 *
 * - `customer-key`: by a key of the account or of another one, whose policy somebody wrote
 * - `aws-key`: by the key that AWS manages for a service in the account
 * - `some-key`: by a key of KMS, of which AWS Config does not tell whose it is
 * - `service-default`: by a key of the service, which nobody sees
 * - `unknown`: AWS Config does not tell, which is not `none`
 */
export const storeEncryptions = ['customer-key', 'aws-key', 'some-key', 'service-default', 'none', 'unknown'] as const;
export type StoreEncryption = (typeof storeEncryptions)[number];

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

/**
 * The stores of all accounts of an organization, in all their Regions, as far as AWS Config records them. Both questions
 * reject with the adapter's error where it can't be reached.
 */
export interface StoreDirectory {
  list(): Promise<readonly RecordedStore[]>;
  /** Ids of the accounts of which anything is recorded: what is in the others is not seen. */
  recordedAccounts(): Promise<readonly string[]>;
}
