import { awsSources, openAwsSession } from '@bulkhead/aws';
import {
  AccessError,
  ExplainError,
  PlanFileError,
  PlanMovedError,
  type Reconciliation,
  type Scope,
  ScopeError,
  accountsInScope,
} from '@bulkhead/controller';
import { enterpriseAccountName } from '@bulkhead/model';
import type { CommandContext } from '../deploy/deploy-command.ts';
import type { LoadedOrganization } from '../load-definition.ts';
import { UserError } from '../user-error.ts';

/** How AWS is called. */
export interface CallOptions {
  /** Seconds until an answer has to be there. */
  readonly timeout: number;
}

const what = 'reading quotas, requests and instances';

/**
 * Does something with what an organization is reconciled through; the connections are closed after it.
 *
 * @throws UserError where the organization is not deployed, can't be reached, or was asked for what it has not
 */
export async function withReconciliation<Result>(
  { organization, lock }: LoadedOrganization,
  scope: Scope,
  { timeout }: CallOptions,
  { progress }: CommandContext,
  work: (reconciliation: Reconciliation) => Promise<Result>,
): Promise<Result> {
  const deliveryAccountId = lock.accounts?.[enterpriseAccountName(organization.name, 'delivery')]?.id;
  const managementAccountId = lock.organization?.managementAccountId;
  if (deliveryAccountId === undefined || managementAccountId === undefined) {
    throw new UserError(`${organization.name} is not deployed: organization.lock.json names no delivery account yet`);
  }
  await mendable(() => accountsInScope(organization, scope));
  // the SDK is locked to a version that runs on every Node that we say; on Node 20 it would tell each time what comes
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const session = openAwsSession({
    deliveryAccountId,
    homeRegion: organization.regions[0],
    timeouts: { connection: Math.min(3, timeout) * 1000, request: timeout * 1000 },
  });
  progress.start(what);
  try {
    const result = await mendable(() =>
      work({
        organization,
        lock,
        scope,
        sources: awsSources(session, { managementAccountId, deliveryAccountId }),
        now: new Date().toISOString(),
        // nothing counts and freezes yet, so the plan says what is only detected
        guardDeployed: false,
      }),
    );
    progress.done(what);
    return result;
  } finally {
    session.close();
  }
}

/** What the person can mend is told as that. */
export async function mendable<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const kinds = [AccessError, ExplainError, PlanFileError, PlanMovedError, ScopeError];
    throw kinds.some((kind) => error instanceof kind)
      ? new UserError((error as Error).message, { cause: error })
      : error;
  }
}
