import { platformPath, platformRoleArn } from '@bulkhead/model';
import type { PolicyDocument } from './policy-document.ts';
import type { World } from './world.ts';

const allow = (Action: readonly string[], Resource: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action, Resource },
});

/**
 * Adds what the product calls through and the Terraform does not declare, and says so in `additions`: the controller's
 * own role in delivery, its grant in the organization, and the reader of spend in management.
 */
export function addWhatIsMissing(world: World): void {
  const delivery = world.accounts.find(
    ({ tags }) => tags['Phase'] === 'delivery' && tags['BusinessUnit'] === 'enterprise',
  );
  if (!delivery) return;
  const { managementAccountId } = world.organization;
  const controller = platformRoleArn(delivery.id, 'controller');
  const deliveryRoot = `arn:aws:iam::${delivery.id}:root`;
  const trust: PolicyDocument = {
    Statement: {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { AWS: deliveryRoot },
      Condition: { ArnLike: { 'aws:PrincipalArn': controller } },
    },
  };
  addRole(world, delivery.id, 'controller', trust, [
    allow(['sts:AssumeRole'], `arn:aws:iam::*:role${platformPath}controller`),
    allow(['sts:AssumeRole'], platformRoleArn(managementAccountId, 'spend-reader')),
    allow(['organizations:*'], '*'),
  ]);
  addRole(world, managementAccountId, 'spend-reader', trust, [allow(['ce:Get*', 'budgets:ViewBudget'], '*')]);
  if (!world.resourcePolicy) {
    const actions = [
      'organizations:Describe*',
      'organizations:List*',
      'organizations:AttachPolicy',
      'organizations:DetachPolicy',
    ];
    world.resourcePolicy = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: deliveryRoot }, Action: actions, Resource: '*' },
    };
    world.additions.push(`a resource policy of the organization that lets ${controller} read it and attach policies`);
  }
}

function addRole(
  world: World,
  accountId: string,
  name: 'controller' | 'spend-reader',
  trust: PolicyDocument,
  permissions: PolicyDocument[],
): void {
  const isThere = world.roles.some(
    (role) => role.accountId === accountId && role.path === platformPath && role.name === name,
  );
  if (isThere) return;
  world.roles.push({ accountId, path: platformPath, name, trust, permissions });
  world.additions.push(`the role ${platformRoleArn(accountId, name)}`);
}
