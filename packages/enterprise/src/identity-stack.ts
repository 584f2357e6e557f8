import { AccountStack, type StackContext, accountId, addBaseline, memberAccount } from '@bulkhead/baseline';
import { type EnterpriseAccount, enterpriseAccountName, platformRoleArn } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { PlatformEngineers } from './platform-engineers.ts';
import { SecurityAdministrators } from './security-administrators.ts';

/** Where people sign in before they assume roles elsewhere. No workload is deployed here. */
export class IdentityStack extends AccountStack {
  constructor(scope: Construct, account: EnterpriseAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });
    const { organization } = context;

    addBaseline(this, account, context, this.providers);
    if (organization.enterprise.signIn === 'iam-users') {
      const deliveryAccountId = accountId(enterpriseAccountName(organization.name, 'delivery'), context);
      new SecurityAdministrators(this, 'security-administrators', { accountId: accountId(account.name, context) });
      new PlatformEngineers(this, 'platform-engineers', {
        roleArns: [platformRoleArn(deliveryAccountId, 'controller')],
      });
    }
    this.putIntoLock({ accounts: { [account.name]: { deployer: true } } });
  }
}
