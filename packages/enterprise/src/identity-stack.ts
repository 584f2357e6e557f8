import { AccountStack, type StackContext, addBaseline, memberAccount } from '@bulkhead/baseline';
import { type EnterpriseAccount, breakGlassUsers } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { EmergencyUser } from './emergency-user.ts';
import { addIdentityCenter } from './identity-center.ts';
import { addIdentityUsers } from './identity-users.ts';

/** Where people sign in before they assume roles elsewhere. No workload is deployed here. */
export class IdentityStack extends AccountStack {
  constructor(scope: Construct, account: EnterpriseAccount, context: StackContext) {
    const place = memberAccount(account, context);
    const [home, ...further] = place.regions;
    const center = centerRegion(context) ?? home;
    super(scope, account.name, {
      context,
      unit: account.unit,
      account: { ...place, regions: [home, ...new Set([...further, center].filter((region) => region !== home))] },
    });

    const own = [...this.providers].filter(([region]) => account.regions.includes(region));
    addBaseline(this, account, context, new Map(own));
    for (const name of breakGlassUsers) new EmergencyUser(this, name, { name, context });
    if (context.organization.enterprise.signIn === 'iam-users') addIdentityUsers(this, account, context);
    else addIdentityCenter(this, context, this.providerIn(center));
    this.putIntoLock({ accounts: { [account.name]: { deployer: true } } });
  }
}

/** Where Identity Center was enabled: there is one instance, in one Region. */
function centerRegion({ organization, lock }: StackContext): string | undefined {
  return organization.enterprise.signIn === 'identity-center' ? lock.identityCenter?.region : undefined;
}
