import { PlatformRole, rolesOf } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';
import type { Construct } from 'constructs';

export interface ControllerRoleProps {
  /** Account in which the controller runs. */
  readonly deliveryAccountId: string;
}

/** What the controller reads to know what an account may use and does use. */
const reads = [
  'autoscaling:DescribeAutoScalingGroups',
  'cloudwatch:GetMetricData',
  'ec2:DescribeInstanceTypes',
  'ec2:DescribeInstances',
  'ec2:DescribeRegions',
  'servicequotas:GetAWSDefaultServiceQuota',
  'servicequotas:GetServiceQuota',
  'servicequotas:ListAWSDefaultServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
  'servicequotas:ListServiceQuotas',
];

/** Through which the controller, which runs in the delivery account, keeps the account's limits. */
export class ControllerRole extends PlatformRole {
  constructor(scope: Construct, id: string, { deliveryAccountId }: ControllerRoleProps) {
    super(scope, id, {
      name: 'controller',
      description: 'keeps the limits of this account',
      trust: [
        {
          Sid: 'Controller',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          ...rolesOf(deliveryAccountId, platformRoleArn(deliveryAccountId, 'controller')),
        },
      ],
      permissions: [
        { Sid: 'Observe', Effect: 'Allow', Action: reads, Resource: '*' },
        {
          Sid: 'RaiseQuotas',
          Effect: 'Allow',
          Action: 'servicequotas:RequestServiceQuotaIncrease',
          Resource: '*',
          Condition: { StringEquals: { 'servicequotas:service': 'ec2' } },
        },
        {
          // the first request of an account makes Service Quotas' own role
          Sid: 'FirstRequest',
          Effect: 'Allow',
          Action: 'iam:CreateServiceLinkedRole',
          Resource: 'arn:aws:iam::*:role/aws-service-role/servicequotas.amazonaws.com/*',
          Condition: { StringEquals: { 'iam:AWSServiceName': 'servicequotas.amazonaws.com' } },
        },
      ],
    });
  }
}
