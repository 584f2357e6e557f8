import { PlatformRole, rolesOf } from '@bulkhead/baseline';
import { platformRoleArn, spendReaderActions } from '@bulkhead/model';
import type { Construct } from 'constructs';

export interface SpendReaderRoleProps {
  /** Account in which the controller runs. */
  readonly deliveryAccountId: string;
}

/** Through which spend is read, in the management account, where AWS tells it: nothing is changed by it. */
export class SpendReaderRole extends PlatformRole {
  constructor(scope: Construct, id: string, { deliveryAccountId }: SpendReaderRoleProps) {
    super(scope, id, {
      name: 'spend-reader',
      description: 'reads spend and budgets of the organization',
      trust: [
        {
          Sid: 'Controller',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          ...rolesOf(deliveryAccountId, platformRoleArn(deliveryAccountId, 'controller')),
        },
      ],
      permissions: [{ Sid: 'Spend', Effect: 'Allow', Action: spendReaderActions, Resource: '*' }],
    });
  }
}
