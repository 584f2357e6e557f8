import { join } from 'node:path';
import { type LocalAws, type World, emptyWorld } from '@bulkhead/local-aws';
import { type Lock, type OrganizationDefinition, controllerActions, platformRoleArn } from '@bulkhead/model';
import { type ScratchFolder, openScratchFolder } from '../scratch-folder.fixture.ts';

/** Two runtime accounts, one with two capped pools, one in a Region that accounts have to opt into. */
export const shop: OrganizationDefinition = {
  name: 'shop',
  regions: { home: 'eu-west-1', further: ['eu-south-1'] },
  accountEmail: 'aws+{account}@shop.example',
  enterprise: {
    owner: 'platform@shop.example',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 1 } },
    delivery: { pipelines: [] },
  },
  phases: {
    dev: {
      purpose: 'testing',
      data: 'synthetic',
      limits: [
        { atMost: 10, instanceType: 'm5.large' },
        { atMost: 1, instanceType: 'p4d.24xlarge' },
      ],
      budget: { amount: '500', currency: 'USD', per: 'month' },
    },
    prod: {
      purpose: 'customers',
      data: 'sensitive',
      protect: true,
      otherVcpu: 64,
      regions: ['eu-west-1', 'eu-south-1'],
    },
  },
  businessUnits: {
    web: { owner: 'web@shop.example', costCenter: 'CC-2', regions: ['eu-west-1'], phases: ['dev', 'prod'] },
  },
};

export const management = '100000000001';
export const delivery = '100000000003';
export const dev = '000000000011';
export const prod = '000000000012';
export const standard = 'L-1216C47A';

const accounts = { 'shop-delivery': delivery, 'shop-web-dev': dev, 'shop-web-prod': prod };

export const shopLock: Lock = {
  organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: management },
  accounts: Object.fromEntries(Object.entries(accounts).map(([name, id]) => [name, { id }])),
};

/** What has to be asked for, by place, quota and vCPU, sorted. */
export const wanted: readonly string[] = [
  `${dev} eu-west-1 ${standard} 20`,
  `${dev} eu-west-1 L-417A185B 96`,
  `${prod} eu-south-1 ${standard} 32`,
  `${prod} eu-west-1 ${standard} 32`,
];

/** The shop as it was deployed, with roles that may what the product calls, and with what AWS gives a new account. */
export function shopWorld(): World {
  const world = emptyWorld({ id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: management });
  for (const [name, id] of Object.entries(accounts)) {
    world.accounts.push({
      id,
      name,
      email: `aws+${name}@shop.example`,
      parentId: 'r-abcd',
      state: 'ACTIVE',
      tags: { Phase: name === 'shop-delivery' ? 'delivery' : 'runtime' },
      regions: ['eu-west-1', 'eu-south-1'],
    });
  }
  const limits = [...controllerActions.observe, ...controllerActions.raise];
  addRole(world, delivery, 'controller', ['sts:AssumeRole', 'organizations:ListAccounts']);
  addRole(world, dev, 'controller', limits);
  addRole(world, prod, 'controller', limits);
  addRole(world, management, 'spend-reader', ['budgets:ViewBudget', 'ce:GetCostAndUsage', 'ce:GetCostForecast']);
  world.resourcePolicy = {
    Statement: { Effect: 'Allow', Principal: principal, Action: 'organizations:ListAccounts', Resource: '*' },
  };
  // no applied value is stored, so that defaults are listed as well
  world.quotas.push({ accountId: prod, region: 'eu-west-1', quotaCode: standard, value: null });
  // of a group that runs nothing only its launch template says what it would launch
  const place = { accountId: dev, region: 'eu-west-1' };
  const id = 'lt-00000000000000011';
  world.launchTemplates.push({ ...place, id, name: 'batch', versions: ['m5.large'], defaultVersion: 1 });
  world.groups.push({
    ...place,
    name: 'batch',
    minSize: 0,
    maxSize: 2,
    desiredCapacity: 0,
    instanceTypes: [],
    launchTemplate: { id, version: '$Default' },
    suspendedProcesses: [],
  });
  world.budgets.push({ name: 'shop-web-dev', limit: '500', timeUnit: 'MONTHLY', accountIds: [dev] });
  return world;
}

const principal = { AWS: `arn:aws:iam::${delivery}:root` };
const controller = platformRoleArn(delivery, 'controller');

function addRole(
  world: World,
  accountId: string,
  name: 'controller' | 'spend-reader',
  Action: readonly string[],
): void {
  world.roles.push({
    accountId,
    path: '/bulkhead/',
    name,
    trust: {
      Statement: {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: principal,
        Condition: { ArnLike: { 'aws:PrincipalArn': controller } },
      },
    },
    permissions: [{ Statement: { Effect: 'Allow', Action, Resource: '*' } }],
  });
}

/** A folder with the definition and the lock, which `--org` takes. */
export function openShop(definition: OrganizationDefinition = shop, lock: Lock = shopLock): ScratchFolder {
  const folder = openScratchFolder();
  folder.write('organization.json', JSON.stringify(definition));
  folder.write('organization.lock.json', JSON.stringify(lock));
  return folder;
}

export const definitionIn = ({ path }: ScratchFolder) => join(path, 'organization.json');

/** What AWS was asked for and took, like `wanted`. */
export function askedOf({ world }: LocalAws): readonly string[] {
  return world.quotaRequests
    .map(({ place, quota, desired }) => `${place.accountId} ${place.region} ${quota.quotaCode} ${desired}`)
    .sort();
}
