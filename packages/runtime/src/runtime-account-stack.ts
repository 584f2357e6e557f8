import { AccountStack, type StackContext, accountId, addBaseline, memberAccount } from '@bulkhead/baseline';
import { type RuntimeAccount, enterpriseAccountName } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { ControllerRole } from './controller-role.ts';
import { addLocalRoles } from './local-roles.ts';

/** The account in which a business unit runs one delivery phase. A unit's own constructs go into it, in `main.ts`. */
export class RuntimeAccountStack extends AccountStack {
  readonly account: RuntimeAccount;

  constructor(scope: Construct, account: RuntimeAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });
    this.account = account;

    addBaseline(this, account, context, this.providers);
    addLocalRoles(this, account, context);
    new ControllerRole(this, 'controller', {
      deliveryAccountId: accountId(enterpriseAccountName(context.organization.name, 'delivery'), context),
    });
    this.putIntoLock({ accounts: { [account.name]: { deployer: true } } });
  }
}
