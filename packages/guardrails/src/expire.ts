import { type RuntimeAccount, platformRoleArn } from '@bulkhead/model';
import { controllerRole, deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/** Services whose things are looked at and cleared out. AWS takes no wildcard for the name of a service. */
const services: readonly string[] = [
  'access-analyzer',
  'apigateway',
  'autoscaling',
  'cloudformation',
  'cloudwatch',
  'config',
  'dynamodb',
  'ec2',
  'ecr',
  'ecs',
  'eks',
  'elasticache',
  'elasticfilesystem',
  'elasticloadbalancing',
  'events',
  'firehose',
  'guardduty',
  'iam',
  'kinesis',
  'kms',
  'lambda',
  'logs',
  'rds',
  'route53',
  's3',
  'scheduler',
  'secretsmanager',
  'securityhub',
  'sns',
  'sqs',
  'ssm',
  'states',
];

const looking: readonly string[] = services.flatMap((service) =>
  ['Delete', 'Describe', 'Get', 'List'].map((verb) => `${service}:${verb}*`),
);

/** Ends what is there, under another name than deleting, or says what it is. */
const clearingOut: readonly string[] = [
  'apigateway:DELETE',
  'apigateway:GET',
  'autoscaling:UpdateAutoScalingGroup',
  'cloudtrail:LookupEvents',
  'ec2:Detach*',
  'ec2:Disassociate*',
  'ec2:Release*',
  'ec2:Stop*',
  'ec2:Terminate*',
  'ecs:Deregister*',
  'ecs:StopTask',
  'events:RemoveTargets',
  'iam:Detach*',
  'iam:Remove*',
  'kms:ScheduleKeyDeletion',
  'rds:Stop*',
  'servicequotas:Get*',
  'servicequotas:List*',
  'sts:*',
  'support:*',
  'tag:Get*',
];

/** They build the account, look, and record; the controller only ever reduces what runs. */
const platform: readonly string[] = [
  ...deployerRoles,
  controllerRole,
  ...(['planner', 'auditor', 'observer', 'config-recorder'] as const).map((role) => platformRoleArn('*', role)),
  'arn:aws:iam::*:role/telemetry/*',
];

/**
 * At a runtime account with an end: from that day (UTC) on one can look and clear out, and nothing else. What runs by
 * then goes on running, and costing, until somebody clears it out: no policy of AWS stops a machine.
 */
export function expire({
  rules: { expires },
}: {
  readonly rules: Pick<RuntimeAccount['rules'], 'expires'>;
}): readonly Statement[] {
  if (expires === undefined) return [];
  return [
    {
      Sid: 'Expired',
      Effect: 'Deny',
      NotAction: [...looking, ...clearingOut],
      Resource: ['*'],
      Condition: {
        ...exceptRoles(platform),
        DateGreaterThanEquals: { 'aws:CurrentTime': [`${expires}T00:00:00Z`] },
      },
    },
  ];
}
