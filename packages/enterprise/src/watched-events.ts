import { breakGlassUsers } from '@bulkhead/model';
import type { TelemetryFlow } from './telemetry-flow.ts';

/** What the trail is watched for. */
export interface WatchedEvent {
  readonly name: string;
  /** For who reads the alarm. */
  readonly description: string;
  /** Filter pattern of CloudWatch Logs over an event of CloudTrail. */
  readonly pattern: string;
}

const oneOf = (field: string, values: readonly string[]) =>
  `(${values.map((value) => `(${field} = "${value}")`).join(' || ')})`;

const role = '$.userIdentity.sessionContext.sessionIssuer.userName';

/**
 * Attempts at telemetry and guardrails, and the use of what is kept for emergencies: succeeded or denied.
 *
 * Source: Amazon CloudWatch Logs User Guide, filter pattern syntax for JSON; AWS CloudTrail record contents.
 */
export function watchedEvents({ organization, accountId }: TelemetryFlow): readonly WatchedEvent[] {
  return [
    {
      name: 'archive-denied',
      description: 'a write to telemetry, or a change of its key, was denied',
      pattern: `{ ($.readOnly IS FALSE) && ($.errorCode = "AccessDenied*") && (($.requestParameters.bucketName = "${organization}-shared-services-*") || (($.eventSource = "kms.amazonaws.com") && ($.recipientAccountId = "${accountId}"))) }`,
    },
    {
      name: 'trail-changes',
      description: 'somebody changed or tried to change a trail, a recorder, a detector or a link',
      pattern: `{ ${oneOf('$.eventName', telemetryChanges)} }`,
    },
    {
      name: 'break-glass',
      description: 'a break-glass user signed in, or became somebody',
      pattern: `{ ${oneOf('$.userIdentity.userName', breakGlassUsers)} || (${role} = "break-glass") }`,
    },
    {
      name: 'root',
      description: 'a root user did something',
      pattern:
        '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
    },
    {
      name: 'root-sessions',
      description: 'somebody took a root session of a member account',
      pattern: '{ ($.eventSource = "sts.amazonaws.com") && ($.eventName = "AssumeRoot") }',
    },
    {
      name: 'guardrail-changes',
      description: 'a guardrail was changed by nobody of the platform',
      pattern: `{ ($.eventSource = "organizations.amazonaws.com") && ${oneOf('$.eventName', guardrailChanges)} && ((${role} NOT EXISTS) || ((${role} != "organization-deployer") && (${role} != "controller"))) }`,
    },
  ];
}

const telemetryChanges = [
  ...['DeleteTrail', 'StopLogging', 'UpdateTrail', 'PutEventSelectors', 'PutInsightSelectors'],
  ...['DeleteConfigurationRecorder', 'StopConfigurationRecorder', 'DeleteDeliveryChannel'],
  ...['DeleteDetector', 'DisableSecurityHub', 'DeleteAnalyzer', 'DeleteLink', 'DeleteSink', 'DeleteAccountPolicy'],
];

const guardrailChanges = [
  ...['AttachPolicy', 'DetachPolicy', 'UpdatePolicy', 'DeletePolicy', 'DisablePolicyType'],
  ...['PutResourcePolicy', 'DeleteResourcePolicy', 'LeaveOrganization', 'RemoveAccountFromOrganization'],
];
