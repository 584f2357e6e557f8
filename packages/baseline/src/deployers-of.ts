import { type Account, type Deploying, applyRoleName, pipelinesDeploying, planRoleName } from '@bulkhead/model';
import { accountId } from './account-stack.ts';
import type { PipelineRole } from './pipeline-trust.ts';
import type { StackContext } from './stack-context.ts';

/** The roles as which pipelines apply to an account: exactly those of the environments that deploy it. */
export function deployersOf(account: Account, context: StackContext): readonly PipelineRole[] {
  return rolesDeploying(account, context, ({ pipeline, environment }) => applyRoleName(pipeline, environment));
}

/** The roles as which the same pipelines plan. */
export function plannersOf(account: Account, context: StackContext): readonly PipelineRole[] {
  return rolesDeploying(account, context, ({ pipeline, environment }) => planRoleName(pipeline, environment));
}

function rolesDeploying(
  account: Account,
  context: StackContext,
  roleName: (deploying: Deploying) => PipelineRole['roleName'],
): readonly PipelineRole[] {
  return pipelinesDeploying(context.organization, account).map((deploying) => ({
    accountId: accountId(deploying.pipeline.deliveryAccount, context),
    roleName: roleName(deploying),
  }));
}
