import { type StackContext, accountId } from '@bulkhead/baseline';
import { type RuntimeAccount, storesIn, workloadPath, workloadsIn } from '@bulkhead/model';
import { boundaryArn } from '../boundary/boundary-arn.ts';
import { grantedTo } from '../grants/access-of.ts';
import { addGrantedRights } from '../grants/add-granted-rights.ts';
import { storeTerms } from '../grants/terms-of.ts';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';
import { ownStatements } from './own-policy.ts';
import { WorkloadRole } from './workload-role.ts';

/**
 * Adds the roles of an account's workloads, with what grants let them and the account's people do in other accounts.
 *
 * @returns those of workloads by name
 */
export function addWorkloads(
  stack: RuntimeAccountStack,
  account: RuntimeAccount,
  context: StackContext,
): ReadonlyMap<string, WorkloadRole> {
  addGrantedRights(stack, account, context);
  // a role is refused whose boundary isn't there
  const bounded = stack.node.tryFindChild('boundary') !== undefined;
  const id = accountId(account.name, context);
  const own = ownStatements(storesIn(context.organization, account).map((store) => storeTerms(store, context)));
  return new Map(
    workloadsIn(context.organization, account).map(({ name, runsOn }) => [
      name,
      new WorkloadRole(stack, `workload-${name}`, {
        name,
        path: workloadPath,
        accountId: id,
        runsOn,
        own,
        granted: grantedTo(name, account, context),
        boundaryArn: bounded ? boundaryArn(account, id) : undefined,
      }),
    ]),
  );
}
