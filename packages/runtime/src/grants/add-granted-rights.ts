import { PlatformRole, type StackContext, policyJson } from '@bulkhead/baseline';
import { type RuntimeAccount, localRolesIn } from '@bulkhead/model';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';
import { grantedTo } from './access-of.ts';

/** Adds to the local roles of an account's people what grants let them do in other accounts. */
export function addGrantedRights(stack: RuntimeAccountStack, account: RuntimeAccount, context: StackContext): void {
  for (const name of localRolesIn(account)) {
    const statements = grantedTo(name, account, context);
    const role = stack.node.tryFindChild(name);
    if (statements.length === 0 || !(role instanceof PlatformRole)) continue;
    new IamRolePolicy(role, 'grants', { name: 'grants', role: role.name, policy: policyJson(statements) });
  }
}
