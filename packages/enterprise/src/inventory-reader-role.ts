import { PlatformRole, rolesOf } from '@bulkhead/baseline';
import { inventoryReaderActions, platformRoleArn } from '@bulkhead/model';
import type { Construct } from 'constructs';
import type { TelemetryFlow } from './telemetry-flow.ts';

export interface InventoryReaderRoleProps {
  readonly flow: TelemetryFlow;
}

/**
 * Through which stores of data are listed, as AWS Config recorded them in all accounts: their settings and tags, none of
 * the data.
 */
export class InventoryReaderRole extends PlatformRole {
  constructor(scope: Construct, id: string, { flow }: InventoryReaderRoleProps) {
    super(scope, id, {
      name: 'inventory-reader',
      description: 'lists stores of data as AWS Config recorded them',
      trust: [
        {
          Sid: 'Controller',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          ...rolesOf(flow.deliveryId, platformRoleArn(flow.deliveryId, 'controller')),
        },
      ],
      permissions: [
        {
          Sid: 'Stores',
          Effect: 'Allow',
          Action: inventoryReaderActions,
          // AWS chooses the id of an aggregator; the account has one
          Resource: `arn:aws:config:${flow.home}:${flow.accountId}:config-aggregator/*`,
        },
      ],
    });
  }
}
