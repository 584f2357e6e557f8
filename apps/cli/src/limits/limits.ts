import { readFile, writeFile } from 'node:fs/promises';
import { awsSources, openAwsSession } from '@bulkhead/aws';
import {
  AccessError,
  type ActionOutcome,
  ExplainError,
  type ExitCode,
  type LimitExplanation,
  type Plan,
  PlanFileError,
  PlanMovedError,
  type Reconciliation,
  type Scope,
  exitCodeOfApply,
  exitCodeOfPlan,
  explainLimit,
  parsePlan,
  planOrganization,
  reconcile,
  renderPlan,
} from '@bulkhead/controller';
import { type OrganizationDefinition, enterpriseAccountName } from '@bulkhead/model';
import type { CommandContext } from '../deploy/deploy-command.ts';
import { type LoadedOrganization, loadOrganization, readDefinition } from '../load-definition.ts';
import { UserError } from '../user-error.ts';

export { renderExplanation, renderLimits, renderOutcomes } from './show-limits.ts';

/** Reads AWS and plans; keeps the plan in a file where one is named. */
export async function planLimits(
  org: string,
  scope: Scope,
  out: string | undefined,
  context: CommandContext,
): Promise<{ readonly plan: Plan; readonly exitCode: ExitCode }> {
  const loaded = await loadOrganization(org, context.workspace);
  const plan = await mendable(() =>
    withSources(loaded, scope, (reconciliation) => observed(context, () => planOrganization(reconciliation))),
  );
  if (out !== undefined) {
    await writeFile(out, renderPlan(plan)).catch((cause: unknown) => {
      throw new UserError(`the plan can't be written to ${out}: ${(cause as Error).message}`, { cause });
    });
  }
  return { plan, exitCode: exitCodeOfPlan(plan) };
}

/** Does what a plan says: the one in the file, or one that is made now. */
export async function applyLimits(
  org: string,
  scope: Scope,
  file: string | undefined,
  context: CommandContext,
): Promise<{ readonly outcomes: readonly ActionOutcome[]; readonly exitCode: ExitCode }> {
  const loaded = await loadOrganization(org, context.workspace);
  return mendable(async () => {
    const saved = file === undefined ? undefined : parsePlan(await textOf(file));
    const { plan, outcomes } = await withSources(loaded, scope, (reconciliation) =>
      observed(context, () => reconcile(reconciliation, saved)),
    );
    return { outcomes, exitCode: exitCodeOfApply(plan, outcomes) };
  });
}

/** Explains what holds for an instance type in an account. */
export async function explain(
  org: string,
  account: string,
  instanceType: string,
  context: CommandContext,
): Promise<LimitExplanation> {
  const loaded = await loadOrganization(org, context.workspace);
  // checked when it was loaded
  const definition = (await readDefinition(loaded.files.definition)) as OrganizationDefinition;
  return mendable(async () => {
    const plan = await withSources(loaded, {}, (reconciliation) =>
      observed(context, () => planOrganization(reconciliation)),
    );
    return explainLimit(definition, plan, account, instanceType);
  });
}

async function withSources<Result>(
  { organization, lock }: LoadedOrganization,
  scope: Scope,
  work: (reconciliation: Reconciliation) => Promise<Result>,
): Promise<Result> {
  const deliveryAccountId = lock.accounts?.[enterpriseAccountName(organization.name, 'delivery')]?.id;
  const managementAccountId = lock.organization?.managementAccountId;
  if (deliveryAccountId === undefined || managementAccountId === undefined) {
    throw new UserError(`${organization.name} is not deployed: organization.lock.json names no delivery account yet`);
  }
  // the SDK is locked to a version that runs on every Node that we say; on Node 20 it would tell each time what comes
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const session = openAwsSession({ deliveryAccountId, homeRegion: organization.regions[0] });
  try {
    return await work({
      organization,
      lock,
      scope,
      sources: awsSources(session, { managementAccountId, deliveryAccountId }),
      now: new Date().toISOString(),
      // nothing counts and freezes yet, so the plan says what is only detected
      guardDeployed: false,
    });
  } finally {
    session.close();
  }
}

async function observed<Result>({ progress }: CommandContext, work: () => Promise<Result>): Promise<Result> {
  const what = 'reading quotas, requests and instances';
  progress.start(what);
  const result = await work();
  progress.done(what);
  return result;
}

const textOf = (file: string) =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError(`the plan ${file} can't be read: ${(cause as Error).message}`, { cause });
  });

async function mendable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const kinds = [AccessError, ExplainError, PlanFileError, PlanMovedError];
    throw kinds.some((kind) => error instanceof kind)
      ? new UserError((error as Error).message, { cause: error })
      : error;
  }
}
