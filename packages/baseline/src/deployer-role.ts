import { platformPath, platformRoleArn } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { PlatformRole } from './platform-role.ts';
import { type PolicyStatement, rolesOf } from './policy-json.ts';

export interface DeployerRoleProps {
  /** Roles of pipelines that deploy to the account; none where only the organization deployer does. */
  readonly deployers: readonly Deployer[];
  /** Account whose organization deployer sets this one up. */
  readonly managementAccountId: string;
}

/** A role that deploys, in a delivery account. */
export interface Deployer {
  readonly accountId: string;
  /** `apply-acme-platform-prod`, without the platform's path. */
  readonly roleName: string;
}

/**
 * Through which Terraform reaches an account.
 *
 * It creates the account's roles and so could give itself any right: a narrower policy would only look like a limit.
 * What limits it are the guardrails above the account and the pipelines that may assume it.
 */
export class DeployerRole extends PlatformRole {
  constructor(scope: Construct, id: string, { deployers, managementAccountId }: DeployerRoleProps) {
    super(scope, id, {
      name: 'deployer',
      description: 'Terraform reaches this account through it',
      trust: [
        ...pipelines(deployers),
        {
          Sid: 'Organization',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          ...rolesOf(managementAccountId, platformRoleArn(managementAccountId, 'organization-deployer')),
        },
      ],
      managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    });
  }
}

/** One statement per delivery account: each names the account and narrows. */
function pipelines(deployers: readonly Deployer[]): readonly PolicyStatement[] {
  const accountIds = [...new Set(deployers.map(({ accountId }) => accountId))];
  return accountIds.map((accountId, index) => ({
    Sid: index === 0 ? 'Pipelines' : `Pipelines${index + 1}`,
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    ...rolesOf(
      accountId,
      deployers
        .filter((deployer) => deployer.accountId === accountId)
        .map(({ roleName }) => `arn:aws:iam::${accountId}:role${platformPath}${roleName}`),
    ),
  }));
}
