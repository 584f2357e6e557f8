import { organizationAccountAccessRoleArn, platformPath, platformRolePattern } from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

const changesToRoles: readonly string[] = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole*',
  'iam:DetachRolePolicy',
  // A role of the platform that runs a workload would lend it the platform's rights.
  'iam:PassRole',
  'iam:PutRole*',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole*',
];

const changesToPolicies: readonly string[] = [
  'iam:CreatePolicy*',
  'iam:DeletePolicy*',
  'iam:SetDefaultPolicyVersion',
  'iam:TagPolicy',
  'iam:UntagPolicy',
];

/** What would make an account invisible. Creating more of it is allowed. */
const changesToTelemetry: readonly string[] = [
  'cloudtrail:DeleteTrail',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:StopLogging',
  'cloudtrail:UpdateTrail',
  'config:DeleteConfigurationRecorder',
  'config:DeleteDeliveryChannel',
  'config:PutConfigurationRecorder',
  'config:PutDeliveryChannel',
  'config:StopConfigurationRecorder',
  'guardduty:DeleteDetector',
  'guardduty:DisassociateFrom*',
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
      Sid: 'Roles',
      Effect: 'Deny',
      Action: changesToRoles,
      Resource: [platformRolePattern, organizationAccountAccessRoleArn('*')],
      Condition: everybodyElse,
    },
    {
      Sid: 'Policies',
      Effect: 'Deny',
      Action: changesToPolicies,
      Resource: [`arn:aws:iam::*:policy${platformPath}*`],
      Condition: everybodyElse,
    },
    { Sid: 'Telemetry', Effect: 'Deny', Action: changesToTelemetry, Resource: ['*'], Condition: everybodyElse },
  ];
}
