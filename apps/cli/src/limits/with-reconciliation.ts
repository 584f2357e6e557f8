import { awsSources } from '@bulkhead/aws';
import {
  AccessError,
  PlanFileError,
  PlanMovedError,
  QuestionError,
  type Reconciliation,
  type Scope,
  accountsInScope,
} from '@bulkhead/controller';
import { type CallOptions, withAwsSession } from '../aws-session.ts';
import type { CommandContext } from '../deploy/deploy-command.ts';
import type { LoadedOrganization } from '../load-definition.ts';
import { UserError } from '../user-error.ts';

const what = 'reading quotas, requests and instances';

/**
 * Does something with what an organization is reconciled through; the connections are closed after it.
 *
 * @throws UserError where the organization is not deployed, can't be reached, or was asked for what it has not
 */
export async function withReconciliation<Result>(
  loaded: LoadedOrganization,
  scope: Scope,
  options: CallOptions,
  { progress }: CommandContext,
  work: (reconciliation: Reconciliation) => Promise<Result>,
): Promise<Result> {
  const { organization, lock } = loaded;
  await mendable(() => accountsInScope(organization, scope));
  return withAwsSession(
    loaded,
    async (session, accounts) => {
      progress.start(what);
      const sources = awsSources(session, accounts);
      const now = new Date().toISOString();
      // nothing counts and freezes yet, so the plan says what is only detected
      const result = await mendable(() => work({ organization, lock, scope, sources, now, guardDeployed: false }));
      progress.done(what);
      return result;
    },
    options,
  );
}

/** What the person can mend is told as that. */
export async function mendable<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const kinds = [AccessError, PlanFileError, PlanMovedError, QuestionError];
    throw kinds.some((kind) => error instanceof kind)
      ? new UserError((error as Error).message, { cause: error })
      : error;
  }
}
