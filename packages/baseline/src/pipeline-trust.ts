import { platformRoleArn } from '@bulkhead/model';
import { type PolicyStatement, rolesOf } from './policy-json.ts';

/** A role of a pipeline, in a delivery account. */
export interface PipelineRole {
  readonly accountId: string;
  /** `apply-acme-platform-prod`, without the platform's path. */
  readonly roleName: `apply-${string}` | `plan-${string}`;
}

/** Trust in exactly these roles. One statement per delivery account: each names the account and narrows. */
export function pipelineTrust(roles: readonly PipelineRole[]): readonly PolicyStatement[] {
  const accountIds = [...new Set(roles.map(({ accountId }) => accountId))];
  return accountIds.map((accountId, index) => ({
    Sid: index === 0 ? 'Pipelines' : `Pipelines${index + 1}`,
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    ...rolesOf(
      accountId,
      roles.filter((role) => role.accountId === accountId).map(({ roleName }) => platformRoleArn(accountId, roleName)),
    ),
  }));
}
