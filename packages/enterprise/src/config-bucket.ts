import { PrivateBucket, type PolicyStatement } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { noDelete, onlyDelivery, ownersAcl } from './bucket-statements.ts';
import { type TelemetryFlow, bucketArn, bucketName, ofOrganization } from './telemetry-flow.ts';

export interface ConfigBucketProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  readonly accessLogs: PrivateBucket;
  readonly keyArn: string;
}

/**
 * What AWS Config records. Nobody of the organization deletes any of it; it isn't locked.
 *
 * Apart from the archive, because a delivery channel doesn't support a bucket with Object Lock.
 * Source: AWS CloudFormation reference, AWS::Config::DeliveryChannel.
 */
export class ConfigBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { flow, accessLogs, ...props }: ConfigBucketProps) {
    const arn = bucketArn(flow, 'config');
    super(scope, id, {
      ...props,
      name: bucketName(flow, 'config'),
      accessLog: { to: accessLogs, prefix: 'config/' },
      lifecycle: { coldAfter: 90 },
      policy: [
        ...deliveryOf('Recorders', arn, recorders(flow)),
        ...deliveryOf('Service', arn, service(flow)),
        onlyDelivery(arn, [recorderPattern]),
        noDelete(arn),
      ],
    });
  }
}

const recorderPattern = platformRoleArn('*', 'config-recorder');

type Caller = Required<Pick<PolicyStatement, 'Principal' | 'Condition'>>;

const recorders = (flow: TelemetryFlow): Caller => ({
  Principal: '*',
  Condition: {
    StringEquals: { 'aws:PrincipalOrgID': flow.organizationId },
    ArnLike: { 'aws:PrincipalArn': recorderPattern },
  },
});

const service = (flow: TelemetryFlow): Caller => ({
  Principal: { Service: 'config.amazonaws.com' },
  Condition: { StringEquals: ofOrganization(flow) },
});

/** AWS Config delivers as the role of the recorder and, should that fail, as itself. */
function deliveryOf(who: string, arn: string, { Principal, Condition }: Caller): readonly PolicyStatement[] {
  return [
    {
      Sid: `${who}Look`,
      Effect: 'Allow',
      Principal,
      Action: ['s3:GetBucketAcl', 's3:ListBucket'],
      Resource: arn,
      Condition,
    },
    {
      Sid: `${who}Write`,
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: `${arn}/AWSLogs/*/Config/*`,
      Condition: { ...Condition, StringEquals: { ...Condition['StringEquals'], ...ownersAcl } },
    },
  ];
}
