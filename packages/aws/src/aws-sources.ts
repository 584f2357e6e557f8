import type { Sources } from '@bulkhead/controller';
import { platformRoleArn } from '@bulkhead/model';
import { accountDirectory } from './account-directory.ts';
import type { AwsSession } from './aws-session.ts';
import { budgetLedger } from './budget-ledger.ts';
import { quotaDesk } from './quota-desk.ts';
import { usageMeter } from './usage-meter.ts';

export interface AwsSourcesOptions {
  readonly managementAccountId: string;
  readonly deliveryAccountId: string;
  /** Whether AWS may open a support case for what it does not grant by itself. Default: true. */
  readonly supportCase?: boolean;
}

/** What limits are observed and raised through, at AWS. */
export function awsSources(
  session: AwsSession,
  { managementAccountId, deliveryAccountId, supportCase = true }: AwsSourcesOptions,
): Sources {
  return {
    directory: accountDirectory({
      client: session.organizations(),
      role: platformRoleArn(deliveryAccountId, 'controller'),
    }),
    desk: quotaDesk({ client: (place) => session.serviceQuotas(place), supportCase }),
    meter: usageMeter({ ec2: (place) => session.ec2(place), autoScaling: (place) => session.autoScaling(place) }),
    ledger: budgetLedger({
      client: session.budgets(managementAccountId),
      accountId: managementAccountId,
      role: platformRoleArn(managementAccountId, 'spend-reader'),
    }),
  };
}
