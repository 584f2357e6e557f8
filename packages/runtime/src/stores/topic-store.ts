import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { Construct } from 'constructs';
import { StoreKey } from './store-key.ts';
import { storeStatements } from './store-policy.ts';
import { type MadeStore, type StoreProps, commonOf } from './store-props.ts';

/** A topic. SNS is under no resource control policy, so its own policy keeps other accounts out. */
export class TopicStore extends Construct implements MadeStore {
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { resourceName: name, provider } = props;
    const key = new StoreKey(this, 'key', props);
    const topic = new SnsTopic(this, 'Default', { ...commonOf(props), name, kmsMasterKeyId: key.arn });
    new SnsTopicPolicy(this, 'policy', {
      provider,
      arn: topic.arn,
      policy: policyJson(storeStatements(this, props, [others(props)])),
    });
    this.name = name;
    this.arn = props.terms.arn;
    this.keyArn = key.arn;
  }
}

/** Who comes from an account that no grant comes from, unless it is a service of AWS. */
function others({ terms, access }: StoreProps): PolicyStatement {
  const granted = access.resource.flatMap(({ Principal }) =>
    [...JSON.stringify(Principal).matchAll(/arn:aws:iam::(\d{12}):root/g)].map(([, id = '']) => id),
  );
  return {
    Sid: 'Others',
    Effect: 'Deny',
    Principal: '*',
    Action: ['sns:Publish', 'sns:Subscribe'],
    Resource: terms.arn,
    Condition: {
      StringNotEquals: { 'aws:PrincipalAccount': [...new Set([terms.accountId, ...granted])] },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  };
}
