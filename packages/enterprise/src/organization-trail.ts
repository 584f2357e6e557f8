import { PlatformRole, serviceTrust } from '@bulkhead/baseline';
import {
  type Organization,
  artifactsBucketName,
  dataEventTypes,
  enterpriseAccountName,
  stateBucketName,
  trailName,
} from '@bulkhead/model';
import {
  Cloudtrail,
  type CloudtrailAdvancedEventSelectorFieldSelector,
} from '@cdktf/provider-aws/lib/cloudtrail/index.js';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type TelemetryFlow, bucketName } from './telemetry-flow.ts';

export interface OrganizationTrailProps {
  readonly flow: TelemetryFlow;
  readonly provider: AwsProvider;
  readonly keyArn: string;
  /** Reads and writes of data: of the platform's own buckets, or of every store in every account. */
  readonly dataEvents: Organization['enterprise']['dataEvents'];
  /** CloudTrail checks the bucket when the trail is made. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Log group in which the trail is watched. */
const logGroupName = '/bulkhead/trail';

/**
 * Every call in every account and Region, into the archive with a digest that proves it unchanged, and for a year into a
 * log group that alarms watch.
 */
export class OrganizationTrail extends Construct {
  readonly logGroupName: string;

  constructor(scope: Construct, id: string, { flow, provider, keyArn, dataEvents, dependsOn }: OrganizationTrailProps) {
    super(scope, id);
    const logGroup = new CloudwatchLogGroup(this, 'log', {
      provider,
      name: logGroupName,
      retentionInDays: 365,
      kmsKeyId: keyArn,
    });
    this.logGroupName = logGroup.name;
    const { arn: roleArn } = trailWriter(scope, flow);
    new Cloudtrail(this, 'Default', {
      provider,
      name: trailName(flow.organization),
      s3BucketName: bucketName(flow, 'archive'),
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      kmsKeyId: keyArn,
      cloudWatchLogsGroupArn: `${logGroup.arn}:*`,
      cloudWatchLogsRoleArn: roleArn,
      advancedEventSelector: [
        { name: 'management', fieldSelector: [{ field: 'eventCategory', equalTo: ['Management'] }] },
        ...(dataEvents === 'all'
          ? Object.entries(dataEventTypes).map(([what, type]) => selector(what, type))
          : [
              selector("objects of the platform's buckets", dataEventTypes.objects, [
                { field: 'resources.ARN', startsWith: [...platformBuckets(flow)] },
              ]),
            ]),
      ],
      dependsOn: [...dependsOn],
    });
  }
}

const selector = (
  name: string,
  type: string,
  narrowed: readonly CloudtrailAdvancedEventSelectorFieldSelector[] = [],
) => ({
  name,
  fieldSelector: [
    { field: 'eventCategory', equalTo: ['Data'] },
    { field: 'resources.type', equalTo: [type] },
    ...narrowed,
  ],
});

/** Beginnings of the ARNs of objects in the platform's own buckets. */
function platformBuckets({ organization, deliveryId }: TelemetryFlow): readonly string[] {
  return [
    `arn:aws:s3:::${organization}-shared-services-`,
    ...[
      stateBucketName(organization, 'accounts', deliveryId),
      stateBucketName(organization, 'organization', deliveryId),
      artifactsBucketName(enterpriseAccountName(organization, 'delivery'), deliveryId),
    ].map((name) => `arn:aws:s3:::${name}/`),
  ];
}

/** Source: AWS CloudTrail User Guide, sending events to CloudWatch Logs; streams of an organization's trail. */
function trailWriter(scope: Construct, flow: TelemetryFlow): PlatformRole {
  const { home, accountId, organizationId, managementId } = flow;
  const streams = `arn:aws:logs:${home}:${accountId}:log-group:${logGroupName}:log-stream:`;
  return new PlatformRole(scope, 'trail-writer', {
    name: 'trail-writer',
    description: 'writes the trail to the log group that alarms watch',
    trust: [serviceTrust('Trail', 'cloudtrail', { StringEquals: { 'aws:SourceArn': flow.trailArn } })],
    permissions: [
      {
        Sid: 'Streams',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: [organizationId, managementId].map((id) => `${streams}${id}_*`),
      },
    ],
  });
}
