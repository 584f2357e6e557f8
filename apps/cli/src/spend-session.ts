import { AccessError } from '@bulkhead/controller';
import { type AwsSession, openAwsSession } from '@bulkhead/aws';
import { enterpriseAccountName } from '@bulkhead/model';
import type { LoadedOrganization } from './load-definition.ts';
import { UserError } from './user-error.ts';

/** The accounts through which spend is read. */
export interface SpendAccounts {
  readonly managementAccountId: string;
  readonly deliveryAccountId: string;
}

/**
 * The ids of the accounts through which spend is read.
 *
 * @throws UserError while the organization is not deployed
 */
export function spendAccounts({ organization, lock }: LoadedOrganization): SpendAccounts {
  const deliveryAccountId = lock.accounts?.[enterpriseAccountName(organization.name, 'delivery')]?.id;
  const managementAccountId = lock.organization?.managementAccountId;
  if (deliveryAccountId === undefined || managementAccountId === undefined) {
    throw new UserError(`${organization.name} is not deployed: organization.lock.json names no delivery account yet`);
  }
  return { managementAccountId, deliveryAccountId };
}

/**
 * Gives the work a session with AWS, and ends it whatever happens.
 *
 * @throws UserError when AWS can't be reached
 */
export async function withSpendSession<Result>(
  loaded: LoadedOrganization,
  work: (session: AwsSession, accounts: SpendAccounts) => Promise<Result>,
): Promise<Result> {
  const accounts = spendAccounts(loaded);
  // the SDK is locked to a version that runs on every Node that we say; on Node 20 it would tell each time what comes
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const homeRegion = loaded.organization.regions[0];
  const session = openAwsSession({ deliveryAccountId: accounts.deliveryAccountId, homeRegion });
  try {
    return await work(session, accounts);
  } catch (error) {
    throw error instanceof AccessError ? new UserError(error.message, { cause: error }) : error;
  } finally {
    session.close();
  }
}
