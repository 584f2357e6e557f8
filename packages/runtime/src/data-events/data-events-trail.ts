import { dataEventTypes } from '@bulkhead/model';
import { Cloudtrail } from '@cdktf/provider-aws/lib/cloudtrail/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';

export interface DataEventsTrailProps {
  /** Of the account's home: a trail of every Region stands in one. */
  readonly provider: AwsProvider;
  readonly name: string;
  /** The archive, in shared services. */
  readonly bucketName: string;
  /** Key of the archive, in the bucket's Region. */
  readonly keyArn: string;
}

/**
 * Every call that reads or writes data in one account, in every Region, into the archive with a digest that proves it
 * unchanged. A trail of the account itself, since a bucket's ARN doesn't say whose bucket it is to the organization's.
 *
 * Source: AWS CloudTrail User Guide, logging data events. A selector has one type. CloudTrail refuses a trail of every
 * Region without global services; it records no management events here, so none of theirs either.
 */
export class DataEventsTrail extends Construct {
  constructor(scope: Construct, id: string, { provider, name, bucketName, keyArn }: DataEventsTrailProps) {
    super(scope, id);
    new Cloudtrail(this, 'Default', {
      provider,
      name,
      s3BucketName: bucketName,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      kmsKeyId: keyArn,
      advancedEventSelector: Object.entries(dataEventTypes).map(([what, type]) => ({
        name: what,
        fieldSelector: [
          { field: 'eventCategory', equalTo: ['Data'] },
          { field: 'resources.type', equalTo: [type] },
        ],
      })),
    });
  }
}
