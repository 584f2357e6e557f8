import { policyJson } from '@bulkhead/baseline';
import { OamSinkPolicy } from '@cdktf/provider-aws/lib/oam-sink-policy/index.js';
import { OamSink } from '@cdktf/provider-aws/lib/oam-sink/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';

export interface ObservabilitySinkProps {
  readonly name: string;
  readonly organizationId: string;
  readonly provider: AwsProvider;
}

/** Where the organization's accounts send metrics, logs and traces of one Region, and no other account. */
export class ObservabilitySink extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { name, organizationId, provider }: ObservabilitySinkProps) {
    super(scope, id);
    const sink = new OamSink(this, 'Default', { name, provider });
    new OamSinkPolicy(this, 'policy', {
      provider,
      sinkIdentifier: sink.arn,
      policy: policyJson([
        {
          Sid: 'Organization',
          Effect: 'Allow',
          Principal: '*',
          Action: ['oam:CreateLink', 'oam:UpdateLink'],
          Resource: '*',
          Condition: {
            StringEquals: { 'aws:PrincipalOrgID': organizationId },
            'ForAllValues:StringEquals': {
              'oam:ResourceTypes': ['AWS::CloudWatch::Metric', 'AWS::Logs::LogGroup', 'AWS::XRay::Trace'],
            },
          },
        },
      ]),
    });
    this.arn = sink.arn;
  }
}
