import { EncryptionKey, type PolicyStatement } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { type TelemetryFlow, ofAccountTrails, ofOrganization } from './telemetry-flow.ts';

export interface TelemetryKeyProps {
  readonly flow: TelemetryFlow;
  readonly region: string;
  readonly provider: AwsProvider;
}

/**
 * Encrypts telemetry in one Region. Nobody deletes or disables it.
 *
 * Its policy is fixed for good, since guardrails keep everybody from putting another one: it names the organization, and
 * no member account, so that a new account changes nothing.
 */
export class TelemetryKey extends EncryptionKey {
  constructor(scope: Construct, id: string, { flow, region, provider }: TelemetryKeyProps) {
    super(scope, id, {
      alias: 'telemetry',
      description: `encrypts telemetry of the organization in ${region}`,
      accountId: flow.accountId,
      provider,
      use: [trail(flow), accountTrails(flow), logGroups(flow, region), delivery(flow), recorders(flow), alarms(flow)],
      undeletable: true,
    });
  }
}

const encrypt = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*'] as const;

/** Source: AWS CloudTrail User Guide, key policies; it decrypts for the sake of the bucket's key. */
const trail = ({ trailArn, managementId }: TelemetryFlow): PolicyStatement => ({
  Sid: 'Trail',
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: encrypt,
  Resource: '*',
  Condition: {
    StringEquals: { 'aws:SourceArn': trailArn },
    StringLikeIfExists: { 'kms:EncryptionContext:aws:cloudtrail:arn': `arn:aws:cloudtrail:*:${managementId}:trail/*` },
  },
});

/** As above, for trails of accounts: what they write is encrypted like the rest of the archive. */
const accountTrails = (flow: TelemetryFlow): PolicyStatement => ({
  Sid: 'AccountTrails',
  Effect: 'Allow',
  Principal: { Service: 'cloudtrail.amazonaws.com' },
  Action: encrypt,
  Resource: '*',
  Condition: ofAccountTrails(flow),
});

/** Source: Amazon CloudWatch Logs User Guide, encrypt log data using AWS KMS. */
const logGroups = ({ accountId }: TelemetryFlow, region: string): PolicyStatement => ({
  Sid: 'LogGroups',
  Effect: 'Allow',
  Principal: { Service: `logs.${region}.amazonaws.com` },
  Action: [...encrypt, 'kms:Encrypt', 'kms:ReEncrypt*'],
  Resource: '*',
  Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${accountId}:*` } },
});

const delivery = (flow: TelemetryFlow): PolicyStatement => ({
  Sid: 'Delivery',
  Effect: 'Allow',
  Principal: { Service: ['config.amazonaws.com', 'delivery.logs.amazonaws.com'] },
  Action: [...encrypt, 'kms:Encrypt', 'kms:ReEncrypt*'],
  Resource: '*',
  Condition: { StringEquals: ofOrganization(flow) },
});

const recorders = ({ organizationId }: TelemetryFlow): PolicyStatement => ({
  Sid: 'Recorders',
  Effect: 'Allow',
  Principal: '*',
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: '*',
  Condition: {
    StringEquals: { 'aws:PrincipalOrgID': organizationId },
    ArnLike: { 'aws:PrincipalArn': platformRoleArn('*', 'config-recorder') },
  },
});

/** Alarms go through topics that are encrypted. Source: Amazon SNS Developer Guide, key management. */
const alarms = ({ accountId }: TelemetryFlow): PolicyStatement => ({
  Sid: 'Alarms',
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
});
