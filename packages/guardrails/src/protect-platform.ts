import { organizationAccountAccessRoleArn, platformPath, platformRolePattern } from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/** Of a role or a managed policy. An action on the one never matches a resource of the other, so one list does. */
export const changesToRoles: readonly string[] = [
  'iam:AttachRolePolicy',
  'iam:CreatePolicy*',
  'iam:CreateRole',
  'iam:DeletePolicy*',
  'iam:DeleteRole*',
  'iam:DetachRolePolicy',
  'iam:PutRole*',
  'iam:SetDefaultPolicyVersion',
  'iam:TagPolicy',
  'iam:TagRole',
  'iam:UntagPolicy',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole*',
];

const platformRoles: readonly string[] = [platformRolePattern, organizationAccountAccessRoleArn('*')];

/** Roles that units pass to their instances, so that what runs there sends its telemetry. */
const agentRoles = 'arn:aws:iam::*:role/telemetry/*';

/** What would make an account invisible. Creating more of it is allowed. */
const changesToTelemetry: readonly string[] = [
  'access-analyzer:DeleteAnalyzer',
  'cloudtrail:DeleteTrail',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:PutInsightSelectors',
  'cloudtrail:StopLogging',
  'cloudtrail:UpdateTrail',
  'config:DeleteAggregationAuthorization',
  'config:DeleteConfigurationRecorder',
  'config:DeleteDeliveryChannel',
  'config:DeleteRetentionConfiguration',
  'config:PutConfigurationRecorder',
  'config:PutDeliveryChannel',
  'config:StopConfigurationRecorder',
  'ec2:DeleteFlowLogs',
  'guardduty:DeleteDetector',
  'guardduty:DeletePublishingDestination',
  'guardduty:DisassociateFrom*',
  'guardduty:StopMonitoringMembers',
  'guardduty:UpdateDetector',
  'logs:DeleteAccountPolicy',
  'logs:DeleteSubscriptionFilter',
  'logs:PutAccountPolicy',
  // A subscription is replaced by putting another one of the same name.
  'logs:PutSubscriptionFilter',
  'oam:DeleteLink',
  'oam:DeleteSink',
  'oam:PutSinkPolicy',
  'oam:UpdateLink',
  'route53resolver:DeleteResolverQueryLogConfig',
  'route53resolver:DisassociateResolverQueryLogConfig',
  'securityhub:BatchDisableStandards',
  'securityhub:DisableImportFindingsForProduct',
  'securityhub:DisableSecurityHub',
  'securityhub:DisassociateFrom*',
];

/**
 * Nobody but who builds the account touches the platform in it: its roles and policies, trails, recorders, detectors,
 * observability links and log subscriptions.
 *
 * Other guardrails exempt roles by name. That is worth something only because nobody else can make a role of that name.
 */
export function protectPlatform(): readonly Statement[] {
  const everybodyElse = exceptRoles(deployerRoles);
  return [
    {
      Sid: 'Platform',
      Effect: 'Deny',
      Action: changesToRoles,
      Resource: [...platformRoles, agentRoles, `arn:aws:iam::*:policy${platformPath}*`],
      Condition: everybodyElse,
    },
    // A role of the platform that runs a workload would lend it the platform's rights.
    { Sid: 'PassRole', Effect: 'Deny', Action: ['iam:PassRole'], Resource: platformRoles, Condition: everybodyElse },
    { Sid: 'Telemetry', Effect: 'Deny', Action: changesToTelemetry, Resource: ['*'], Condition: everybodyElse },
  ];
}
