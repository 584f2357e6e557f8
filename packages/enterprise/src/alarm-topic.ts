import { policyJson } from '@bulkhead/baseline';
import { type AlarmTopic as Kind, alarmTopicArn, alarmTopicName } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription/index.js';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { Construct } from 'constructs';
import type { TelemetryFlow } from './telemetry-flow.ts';

export interface AlarmTopicProps {
  readonly flow: TelemetryFlow;
  readonly kind: Kind;
  readonly provider: AwsProvider;
  readonly keyArn: string;
  /** E-mail addresses. AWS asks each for its consent before anything arrives. */
  readonly emails: readonly string[];
}

/** Where alarms of this account go, and who is told. */
export class AlarmTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { flow, kind, provider, keyArn, emails }: AlarmTopicProps) {
    super(scope, id);
    const name = alarmTopicName(flow.organization, kind);
    const topic = new SnsTopic(this, 'Default', { provider, name, kmsMasterKeyId: keyArn });
    this.arn = topic.arn;
    new SnsTopicPolicy(this, 'policy', {
      provider,
      arn: topic.arn,
      policy: policyJson([
        {
          Sid: 'Alarms',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: alarmTopicArn(flow.organization, kind, flow.home, flow.accountId),
          Condition: { StringEquals: { 'aws:SourceAccount': flow.accountId } },
        },
      ]),
    });
    for (const email of emails) {
      new SnsTopicSubscription(this, `to-${email.replaceAll(/[^a-z0-9]+/gi, '-')}`, {
        provider,
        topicArn: topic.arn,
        protocol: 'email',
        endpoint: email,
      });
    }
  }
}
