import { AccessError } from '@bulkhead/controller';
import { type AwsSession, openAwsSession } from '@bulkhead/aws';
import { enterpriseAccountName } from '@bulkhead/model';
import type { LoadedOrganization } from './load-definition.ts';
import { UserError } from './user-error.ts';

/** The accounts through which AWS is read. */
export interface EntryAccounts {
  readonly managementAccountId: string;
  readonly deliveryAccountId: string;
}

/**
 * The ids of the accounts through which AWS is read.
 *
 * @throws UserError while the organization is not deployed
 */
export function entryAccounts({ organization, lock }: LoadedOrganization): EntryAccounts {
  const deliveryAccountId = lock.accounts?.[enterpriseAccountName(organization.name, 'delivery')]?.id;
  const managementAccountId = lock.organization?.managementAccountId;
  if (deliveryAccountId === undefined || managementAccountId === undefined) {
    throw new UserError(
      `${organization.name} is not deployed: organization.lock.json does not name its management and delivery accounts yet`,
    );
  }
  return { managementAccountId, deliveryAccountId };
}

/** How AWS is called. */
export interface CallOptions {
  /** Seconds until an answer has to be there. */
  readonly timeout?: number;
}

/**
 * Gives the work a session with AWS, and ends it whatever happens.
 *
 * @throws UserError when AWS can't be reached
 */
export async function withAwsSession<Result>(
  loaded: LoadedOrganization,
  work: (session: AwsSession, accounts: EntryAccounts) => Promise<Result>,
  { timeout }: CallOptions = {},
): Promise<Result> {
  const accounts = entryAccounts(loaded);
  // the SDK is locked to a version that runs on every Node that we say; on Node 20 it would tell each time what comes
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const session = openAwsSession({
    deliveryAccountId: accounts.deliveryAccountId,
    homeRegion: loaded.organization.regions[0],
    ...(timeout !== undefined && {
      timeouts: { connection: Math.min(3, timeout) * 1000, request: timeout * 1000 },
    }),
  });
  try {
    return await work(session, accounts);
  } catch (error) {
    throw error instanceof AccessError ? new UserError(error.message, { cause: error }) : error;
  } finally {
    session.close();
  }
}
