import type { Place } from '@bulkhead/controller';
import { type LocalAws, type LocalAwsOptions, type World, emptyWorld, startLocalAws } from '@bulkhead/local-aws';
import { type PlatformRole, platformRoleArn } from '@bulkhead/model';
import { accountDirectoryActions } from './account-directory.ts';
import { type AwsSession, type AwsSessionOptions, openAwsSession } from './aws-session.ts';
import { budgetLedgerActions } from './budget-ledger.ts';
import { costExplorerActions } from './cost-explorer-charge-source.ts';
import { quotaDeskActions } from './quota-desk.ts';
import { sessionActions } from './role-credentials.ts';
import { usageMeterActions } from './usage-meter.ts';

export const management = '100000000001';
export const delivery = '100000000003';
export const dev = '000000000011';
export const prod = '000000000012';
export const home: Place = { accountId: dev, region: 'eu-west-1' };
export const standard = 'L-1216C47A';
export const reader = platformRoleArn(management, 'spend-reader');
export const controller = platformRoleArn(delivery, 'controller');

const accounts = [
  [delivery, 'acme-delivery', 'delivery'],
  [dev, 'acme-retail-dev', 'dev'],
  [prod, 'acme-retail-prod', 'prod'],
] as const;

/** Every role with the actions that its adapters list, and with no others. */
export const permissions: readonly (readonly [accountId: string, role: PlatformRole, actions: readonly string[]])[] = [
  [delivery, 'controller', [...sessionActions, ...accountDirectoryActions]],
  [dev, 'controller', [...quotaDeskActions, ...usageMeterActions]],
  [prod, 'controller', [...quotaDeskActions, ...usageMeterActions]],
  [management, 'spend-reader', [...costExplorerActions, ...budgetLedgerActions]],
];

/** Two runtime accounts, whose roles trust the controller in delivery. */
export function exampleWorld(): World {
  const world = emptyWorld({ id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: management });
  const Principal = { AWS: `arn:aws:iam::${delivery}:root` };
  for (const [id, name, Phase] of accounts) {
    world.accounts.push({
      id,
      name,
      email: `aws+${name}@acme.example`,
      parentId: 'r-abcd',
      state: 'ACTIVE',
      tags: { Phase },
      regions: ['eu-west-1', 'us-east-1', 'eu-south-1'],
    });
  }
  for (const [accountId, name, Action] of permissions) {
    const isOwn = accountId === delivery;
    world.roles.push({
      accountId,
      path: '/bulkhead/',
      name,
      trust: {
        Statement: {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal,
          Condition: { ArnLike: { 'aws:PrincipalArn': isOwn ? `arn:aws:iam::${delivery}:user/engineer` : controller } },
        },
      },
      permissions: [{ Statement: { Effect: 'Allow', Action, Resource: '*' } }],
    });
  }
  world.resourcePolicy = {
    Statement: { Effect: 'Allow', Principal, Action: [...accountDirectoryActions], Resource: '*' },
  };
  return world;
}

export interface Example {
  readonly aws: LocalAws;
  readonly session: AwsSession;
  close(): Promise<void>;
}

/** A machine with the example's world, and a session of an engineer on it. */
export async function startExample(
  world: World = exampleWorld(),
  { session, ...options }: LocalAwsOptions & { readonly session?: Partial<AwsSessionOptions> } = {},
): Promise<Example> {
  const aws = await startLocalAws(world, options);
  const opened = openAwsSession({
    deliveryAccountId: delivery,
    homeRegion: 'eu-west-1',
    endpoint: aws.url,
    credentials: () => Promise.resolve(aws.credentialsFor(`arn:aws:iam::${delivery}:user/engineer`)),
    ...session,
  });
  return {
    aws,
    session: opened,
    close: async () => {
      opened.close();
      await aws.close();
    },
  };
}

/** Takes actions away from a role. */
export function deny(world: World, accountId: string, action: string): void {
  const role = world.roles.find((each) => each.accountId === accountId);
  role?.permissions.push({ Statement: { Effect: 'Deny', Action: action, Resource: '*' } });
}
