import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { Construct } from 'constructs';
import { StoreKey } from './store-key.ts';
import { storePolicy } from './store-policy.ts';
import { type MadeStore, type StoreProps, commonOf } from './store-props.ts';

/** A queue, and beside it one for messages that nobody could work on. */
export class QueueStore extends Construct implements MadeStore {
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { resourceName: name, provider } = props;
    const key = new StoreKey(this, 'key', props);
    const common = {
      ...commonOf(props),
      kmsMasterKeyId: key.arn,
      // seconds: fewer calls of the key cost less, and a key that was taken away works no longer than this
      kmsDataKeyReusePeriodSeconds: 300,
    };
    const dead = new SqsQueue(this, 'dead', {
      ...common,
      name: `${name}-dead`,
      // the longest that AWS keeps one, in seconds
      messageRetentionSeconds: 14 * 24 * 3600,
    });
    const { url } = new SqsQueue(this, 'Default', {
      ...common,
      name,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: `${props.terms.arn}-dead`, maxReceiveCount: 5 }),
      dependsOn: [dead],
    });
    const policy = storePolicy(this, props);
    if (policy !== undefined) new SqsQueuePolicy(this, 'policy', { provider, queueUrl: url, policy });
    this.name = name;
    this.arn = props.terms.arn;
    this.keyArn = key.arn;
  }
}
