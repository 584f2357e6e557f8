import type { PolicyStatement } from '@bulkhead/baseline';
import { workloadPath } from '@bulkhead/model';

export interface BuildingRoles {
  readonly accountId: string;
  /** What every role has to carry that engineers make or change. */
  readonly boundaryArn: string;
}

/** Services that workloads run on, and that are given their roles. */
const runtimes: readonly string[] = [
  'application-autoscaling',
  'batch',
  'ec2',
  'ecs',
  'ecs-tasks',
  'eks',
  'events',
  'firehose',
  'lambda',
  'pods.eks',
  'scheduler',
  'states',
].map((service) => `${service}.amazonaws.com`);

/**
 * How engineers make roles for what they build: under the path of workloads, with the boundary, and passed to nothing
 * but what workloads run on.
 *
 * Every action of `Roles` knows the boundary of the role: the one that is asked for, or the one that the role has. That
 * one can take a boundary away is said nowhere, so nobody can. Source: Service Authorization Reference, IAM.
 */
export function buildingRoles({ accountId, boundaryArn }: BuildingRoles): readonly PolicyStatement[] {
  const at = (resource: string) => `arn:aws:iam::${accountId}:${resource}`;
  const roles = at(`role${workloadPath}*`);
  return [
    {
      Sid: 'Roles',
      Effect: 'Allow',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
      ],
      Resource: roles,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundaryArn } },
    },
    {
      Sid: 'OfRoles',
      Effect: 'Allow',
      Action: [
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:CreatePolicy*',
        'iam:DeleteInstanceProfile',
        'iam:DeletePolicy*',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:SetDefaultPolicyVersion',
        'iam:Tag*',
        'iam:Untag*',
      ],
      Resource: [roles, ...['instance-profile', 'policy'].map((kind) => at(`${kind}${workloadPath}*`))],
    },
    {
      Sid: 'Pass',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: [roles, at('role/telemetry/agent')],
      Condition: { StringEquals: { 'iam:PassedToService': runtimes } },
    },
    // of the services themselves, which nobody else can become
    { Sid: 'Linked', Effect: 'Allow', Action: 'iam:CreateServiceLinkedRole', Resource: at('role/aws-service-role/*') },
    { Sid: 'Become', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roles },
  ];
}
