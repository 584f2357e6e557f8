import { type Account, deliveryAccountName } from '@bulkhead/model';
import { accountId } from './account-stack.ts';
import type { Deployer } from './deployer-role.ts';
import type { StackContext } from './stack-context.ts';

/** The roles of pipelines that deploy to an account: those of its delivery account. */
export function deployersOf(account: Account, context: StackContext): readonly Deployer[] {
  const deliveryAccount = deliveryAccountName(context.organization, account.unit);
  return [{ accountId: accountId(deliveryAccount, context), roleName: 'apply-*' }];
}
