import { type StackContext, accountId, policyJson } from '@bulkhead/baseline';
import { type RuntimeAccount, platformPath } from '@bulkhead/model';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { Aspects } from 'cdktf';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';
import { boundaryArn } from './boundary-arn.ts';
import { boundaryStatements } from './boundary-statements.ts';

/** Characters that AWS takes in a managed policy. Source: IAM and STS quotas. */
const most = 6144;

/**
 * Bounds what engineers and the roles that they make can do, where engineers build. Whatever role carries the boundary
 * waits for it: AWS refuses a role whose boundary is not there.
 */
export function addBoundary(stack: RuntimeAccountStack, account: RuntimeAccount, context: StackContext): void {
  const id = accountId(account.name, context);
  const arn = boundaryArn(account, id);
  if (arn === undefined) return;
  const policy = policyJson(boundaryStatements({ accountId: id, boundaryArn: arn }));
  if (policy.length > most) throw new Error(`the boundary has ${policy.length} characters, AWS takes ${most}`);
  const boundary = new IamPolicy(stack, 'boundary', {
    name: 'boundary',
    path: platformPath,
    description: 'the most that engineers, and the roles that they make, can do in this account',
    policy,
  });
  Aspects.of(stack).add({
    visit(node) {
      if (!(node instanceof IamRole) || node.permissionsBoundaryInput !== arn) return;
      node.dependsOn = [...(node.dependsOn ?? []), `${boundary.terraformResourceType}.${boundary.friendlyUniqueId}`];
    },
  });
}
