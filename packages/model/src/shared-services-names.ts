/** Buckets of shared services: four that hold logs, apart because AWS's services can't share one, and query results. */
export const sharedServicesBuckets = ['archive', 'config', 'access-logs', 'billing', 'queries'] as const;
export type SharedServicesBucket = (typeof sharedServicesBuckets)[number];

/** Whom an alarm is for. */
export type AlarmTopic = 'security' | 'operations';

/** `acme-shared-services-archive-123456789012`. */
export function sharedServicesBucketName(organization: string, kind: SharedServicesBucket, accountId: string): string {
  return `${organization}-shared-services-${kind}-${accountId}`;
}

/** Where a delivery account keeps artifacts: `acme-delivery-artifacts-123456789012`. */
export function artifactsBucketName(account: string, accountId: string): string {
  return `${account}-artifacts-${accountId}`;
}

/** The organization's trail. */
export function trailName(organization: string): string {
  return `${organization}-trail`;
}

/**
 * The trail's ARN. It names the management account even where another account made the trail.
 *
 * Source: AWS CloudTrail User Guide, prepare for creating a trail for your organization.
 */
export function trailArn(organization: string, home: string, managementAccountId: string): string {
  return `arn:aws:cloudtrail:${home}:${managementAccountId}:trail/${trailName(organization)}`;
}

/** Where logs of a unit's applications go, one in every Region. */
export function logDestinationName(unit: string): string {
  return `bulkhead-${unit}`;
}

/** `accountId` is that of shared services. */
export function logDestinationArn(region: string, accountId: string, unit: string): string {
  return `arn:aws:logs:${region}:${accountId}:destination:${logDestinationName(unit)}`;
}

/** `acme-security`. */
export function alarmTopicName(organization: string, topic: AlarmTopic): string {
  return `${organization}-${topic}`;
}

/** `accountId` is that of shared services. */
export function alarmTopicArn(organization: string, topic: AlarmTopic, region: string, accountId: string): string {
  return `arn:aws:sns:${region}:${accountId}:${alarmTopicName(organization, topic)}`;
}
