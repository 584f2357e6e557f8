import { platformRoleArn } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { type PipelineRole, pipelineTrust } from './pipeline-trust.ts';
import { PlatformRole } from './platform-role.ts';
import { rolesOf } from './policy-json.ts';

export interface DeployerRoleProps {
  /** Roles of pipelines that deploy to the account; none where only the organization deployer does. */
  readonly deployers: readonly PipelineRole[];
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
  constructor(scope: Construct, id: string, { deployers, managementAccountId }: DeployerRoleProps) {
    super(scope, id, {
      name: 'deployer',
      description: 'Terraform reaches this account through it',
      trust: [
        ...pipelineTrust(deployers),
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
