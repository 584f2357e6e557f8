import type { Statement } from './policy.ts';

/**
 * Only these EC2 instance types may be launched.
 *
 * Starting counts as well: a stopped instance can change its type. Service-linked roles escape every service control
 * policy, so an Auto Scaling group that picks types by attributes can still launch others.
 * Source: Amazon EC2 Auto Scaling User Guide, launch template permissions.
 */
export function allowInstanceTypes(instanceTypes: readonly string[]): readonly Statement[] {
  return [
    {
      Sid: 'Types',
      Effect: 'Deny',
      Action: ['ec2:RunInstances', 'ec2:StartInstances'],
      Resource: ['arn:aws:ec2:*:*:instance/*'],
      Condition: { StringNotEquals: { 'ec2:InstanceType': instanceTypes } },
    },
  ];
}
