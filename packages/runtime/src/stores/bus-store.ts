import { CloudwatchEventBusPolicy } from '@cdktf/provider-aws/lib/cloudwatch-event-bus-policy/index.js';
import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus/index.js';
import { Construct } from 'constructs';
import { storePolicy } from './store-policy.ts';
import { type MadeStore, type StoreProps, commonOf } from './store-props.ts';

/** An event bus. Who listens to it is for the rules of the account to say. */
export class BusStore extends Construct implements MadeStore {
  readonly name: string;
  readonly arn: string;
  readonly keyArn = undefined;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { resourceName, provider } = props;
    const { name: eventBusName } = new CloudwatchEventBus(this, 'Default', { ...commonOf(props), name: resourceName });
    const policy = storePolicy(this, props);
    if (policy !== undefined) new CloudwatchEventBusPolicy(this, 'policy', { provider, eventBusName, policy });
    this.name = resourceName;
    this.arn = props.terms.arn;
  }
}
