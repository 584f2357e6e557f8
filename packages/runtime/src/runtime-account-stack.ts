import {
  AccountSettings,
  AccountStack,
  DeployerRole,
  type StackContext,
  accountId,
  memberAccount,
} from '@bulkhead/baseline';
import { type RuntimeAccount, deliveryAccountName, enterpriseAccountName } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { ControllerRole } from './controller-role.ts';
import { ObservabilityLink } from './observability-link.ts';

/** The account in which a business unit runs one delivery phase. A unit's own constructs go into it, in `main.ts`. */
export class RuntimeAccountStack extends AccountStack {
  readonly account: RuntimeAccount;

  constructor(scope: Construct, account: RuntimeAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });
    this.account = account;
    const { organization, lock } = context;

    new DeployerRole(this, 'deployer', {
      deliveryAccountId: accountId(deliveryAccountName(organization, account.unit), context),
      managementAccountId: lock.organization?.managementAccountId ?? '',
    });
    new ControllerRole(this, 'controller', {
      deliveryAccountId: accountId(enterpriseAccountName(organization.name, 'delivery'), context),
    });
    new AccountSettings(this, 'settings', { providers: this.providers });
    for (const [region, provider] of this.providers) {
      new ObservabilityLink(this, `link-${region}`, {
        provider,
        sinkArn: lock.sharedServices?.sinks?.[region] ?? '',
      });
    }
    this.putIntoLock({ accounts: { [account.name]: { deployer: true } } });
  }
}
