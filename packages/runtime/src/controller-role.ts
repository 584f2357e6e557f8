import { PlatformRole, rolesOf } from '@bulkhead/baseline';
import { controllerActions, platformRoleArn, quotaServiceCode } from '@bulkhead/model';
import type { Construct } from 'constructs';

export interface ControllerRoleProps {
  /** Account in which the controller runs. */
  readonly deliveryAccountId: string;
}

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
        { Sid: 'Observe', Effect: 'Allow', Action: controllerActions.observe, Resource: '*' },
        {
          Sid: 'RaiseQuotas',
          Effect: 'Allow',
          Action: controllerActions.raise,
          Resource: '*',
          Condition: { StringEquals: { 'servicequotas:service': quotaServiceCode } },
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
