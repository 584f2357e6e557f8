import { platformPath } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { PlatformRole } from './platform-role.ts';
import { rolesOf } from './policy-json.ts';

export interface DeployerRoleProps {
  /** Account whose pipelines deploy to this one. */
  readonly deliveryAccountId: string;
  /** Account whose organization deployer sets this one up. */
  readonly managementAccountId: string;
}

/**
 * Through which Terraform reaches an account.
 *
 * It creates the account's roles and so could give itself any right: a narrower policy would only look like a limit.
 * What limits it are the guardrails above the account and the pipelines that may assume it.
 */
export class DeployerRole extends PlatformRole {
  constructor(scope: Construct, id: string, { deliveryAccountId, managementAccountId }: DeployerRoleProps) {
    super(scope, id, {
      name: 'deployer',
      description: 'Terraform reaches this account through it',
      trust: [
        {
          Sid: 'Pipelines',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          ...rolesOf(deliveryAccountId, `arn:aws:iam::${deliveryAccountId}:role${platformPath}apply-*`),
        },
        {
          Sid: 'Organization',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          ...rolesOf(
            managementAccountId,
            `arn:aws:iam::${managementAccountId}:role${platformPath}organization-deployer`,
          ),
        },
      ],
      managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    });
  }
}
