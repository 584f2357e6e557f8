import { PlatformRole, type PolicyStatement } from '@bulkhead/baseline';
import { deliveryControllerActions, platformRoleArn } from '@bulkhead/model';
import type { Construct } from 'constructs';

export interface DeliveryControllerRoleProps {
  readonly managementAccountId: string;
  readonly sharedServicesAccountId: string;
  /** Who may run the controller. */
  readonly trust: readonly PolicyStatement[];
}

/**
 * As which the controller runs: it reads which accounts there are, and becomes its own role in each of them, the
 * spend reader in management and the inventory reader in shared services. No pipeline becomes it.
 */
export class DeliveryControllerRole extends PlatformRole {
  constructor(scope: Construct, id: string, props: DeliveryControllerRoleProps) {
    const { managementAccountId, sharedServicesAccountId, trust } = props;
    super(scope, id, {
      name: 'controller',
      description: 'runs the controller of limits',
      trust,
      permissions: [
        {
          Sid: 'Accounts',
          Effect: 'Allow',
          Action: deliveryControllerActions.becomeRoles,
          // a pattern: the accounts of a large organization don't fit into the 10,240 characters of a role
          Resource: platformRoleArn('*', 'controller'),
        },
        {
          Sid: 'Spend',
          Effect: 'Allow',
          Action: deliveryControllerActions.becomeRoles,
          Resource: platformRoleArn(managementAccountId, 'spend-reader'),
        },
        {
          Sid: 'Inventory',
          Effect: 'Allow',
          Action: deliveryControllerActions.becomeRoles,
          Resource: platformRoleArn(sharedServicesAccountId, 'inventory-reader'),
        },
        { Sid: 'Organization', Effect: 'Allow', Action: deliveryControllerActions.readOrganization, Resource: '*' },
      ],
    });
  }
}
