import type { World, WorldRecord } from '@bulkhead/local-aws';
import { platformRoleArn } from '@bulkhead/model';
import { storeDirectory, storeDirectoryActions } from './store-directory.ts';
import { type Example, controller, delivery, dev, exampleWorld, prod } from './world.fixture.ts';

export const sharedServices = '100000000002';
export const inventoryReader = platformRoleArn(sharedServices, 'inventory-reader');
const region = 'eu-west-1';

/** An aggregator in shared services, which the controller reads through its role there; AWS Config records everywhere. */
export function addInventory(world: World): World {
  world.accounts.push({
    id: sharedServices,
    name: 'acme-shared-services',
    email: 'aws+acme-shared-services@acme.example',
    parentId: 'r-abcd',
    state: 'ACTIVE',
    tags: { Phase: 'shared-services' },
    regions: [region],
  });
  world.roles.push({
    accountId: sharedServices,
    path: '/bulkhead/',
    name: 'inventory-reader',
    trust: {
      Statement: {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: `arn:aws:iam::${delivery}:root` },
        Condition: { ArnLike: { 'aws:PrincipalArn': controller } },
      },
    },
    permissions: [
      {
        Statement: {
          Effect: 'Allow',
          Action: [...storeDirectoryActions],
          Resource: `arn:aws:config:${region}:${sharedServices}:config-aggregator/*`,
        },
      },
    ],
  });
  world.aggregators.push({ accountId: sharedServices, region, name: 'acme' });
  world.recorders.push(...[dev, prod].map((accountId) => ({ accountId, region })));
  return world;
}

/** The example's world with these records. */
export function recordedWorld(...records: readonly WorldRecord[]): World {
  const world = addInventory(exampleWorld());
  world.records.push(...records);
  return world;
}

export const directoryOf = ({ session }: Pick<Example, 'session'>) =>
  storeDirectory({ client: session.config(sharedServices), aggregator: 'acme', role: inventoryReader, region });

/** A record of some type in the account for development. */
export const record = (type: string, settings: Partial<WorldRecord>): WorldRecord => ({
  accountId: dev,
  region,
  type,
  id: 'some-id',
  name: 'some-name',
  arn: 'arn:some',
  tags: {},
  configuration: {},
  ...settings,
});
