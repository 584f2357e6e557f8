import { DynamodbResourcePolicy } from '@cdktf/provider-aws/lib/dynamodb-resource-policy/index.js';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table/index.js';
import { Construct } from 'constructs';
import { StoreKey } from './store-key.ts';
import { storePolicy } from './store-policy.ts';
import { type MadeStore, type StoreProps, commonOf } from './store-props.ts';

/** A table by `id`, on demand, that can be taken back to any second of the last 35 days. */
export class TableStore extends Construct implements MadeStore {
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { resourceName: name, provider } = props;
    const key = new StoreKey(this, 'key', props);
    const { arn } = new DynamodbTable(this, 'Default', {
      ...commonOf(props),
      name,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'id',
      attribute: [{ name: 'id', type: 'S' }],
      serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: props.protect,
    });
    const policy = storePolicy(this, props);
    if (policy !== undefined) new DynamodbResourcePolicy(this, 'policy', { provider, resourceArn: arn, policy });
    this.name = name;
    this.arn = props.terms.arn;
    this.keyArn = key.arn;
  }
}
