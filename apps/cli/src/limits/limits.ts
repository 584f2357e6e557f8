import { readFile } from 'node:fs/promises';
import {
  type ActionOutcome,
  type ExitCode,
  type LimitExplanation,
  type Plan,
  type Scope,
  exitCodeOfApply,
  exitCodeOfExplanation,
  exitCodeOfPlan,
  explainLimit,
  getExplainedSubject,
  parsePlan,
  planOrganization,
  reconcile,
} from '@bulkhead/controller';
import { type Organization, type OrganizationDefinition, accountsOf, isClosing } from '@bulkhead/model';
import type { CallOptions } from '../aws-session.ts';
import type { CommandContext } from '../deploy/deploy-command.ts';
import { loadOrganization, readDefinition } from '../load-definition.ts';
import { UserError } from '../user-error.ts';
import { mendable, withReconciliation } from './with-reconciliation.ts';
import { writePlan } from './write-plan.ts';

export { renderExplanation } from './show-explanation.ts';
export { renderLimits } from './show-limits.ts';
export { renderOutcomes } from './show-outcomes.ts';

/** Reads AWS and plans; keeps the plan in a file where one is named, all of it or nothing. Tells closing accounts by name. */
export async function planLimits(
  org: string,
  scope: Scope,
  { out, ...options }: CallOptions & { readonly out?: string },
  context: CommandContext,
): Promise<{ readonly plan: Plan; readonly closing: readonly string[]; readonly exitCode: ExitCode }> {
  const loaded = await loadOrganization(org, context.workspace);
  const plan = await withReconciliation(loaded, scope, options, context, planOrganization);
  if (out !== undefined) await writePlan(out, plan);
  return { plan, closing: closingIn(loaded.organization, scope), exitCode: exitCodeOfPlan(plan) };
}

/** Does what a plan says: the one in the file, which has a scope of its own, or one that is made now. */
export async function applyLimits(
  org: string,
  scope: Scope,
  { file, ...options }: CallOptions & { readonly file?: string },
  context: CommandContext,
): Promise<{ readonly plan: Plan; readonly outcomes: readonly ActionOutcome[]; readonly exitCode: ExitCode }> {
  const narrowed = Object.keys(scope).map((key) => `--${key}`);
  if (file !== undefined && narrowed.length > 0) {
    throw new UserError(`the plan ${file} says for which accounts it is, leave out ${narrowed.join(' and ')}`);
  }
  const loaded = await loadOrganization(org, context.workspace);
  const text = file === undefined ? undefined : await textOf(file);
  const saved = text === undefined ? undefined : await mendable(() => parsePlan(text));
  const done = await withReconciliation(loaded, scope, options, context, (reconciliation) =>
    reconcile(reconciliation, saved),
  );
  return { ...done, exitCode: exitCodeOfApply(done.plan, done.outcomes) };
}

/** Explains what holds for an instance type in an account. */
export async function explain(
  org: string,
  accountName: string,
  instanceType: string,
  options: CallOptions,
  context: CommandContext,
): Promise<{ readonly explanation: LimitExplanation; readonly exitCode: ExitCode }> {
  const loaded = await loadOrganization(org, context.workspace);
  // checked when it was loaded
  const definition = (await readDefinition(loaded.files.definition)) as OrganizationDefinition;
  const { account } = await mendable(() => getExplainedSubject(loaded.organization, accountName, instanceType));
  const scope = { unit: account.unit, phase: account.phase };
  const plan = await withReconciliation(loaded, scope, options, context, planOrganization);
  const explanation = explainLimit(definition, plan, accountName, instanceType);
  return { explanation, exitCode: exitCodeOfExplanation(explanation) };
}

const closingIn = (organization: Organization, { unit, phase }: Scope): readonly string[] =>
  accountsOf(organization)
    .filter((each) => isClosing(each) && (unit ?? each.unit) === each.unit && (phase ?? each.phase) === each.phase)
    .map(({ name }) => name);

const textOf = (file: string) =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UserError(`the plan ${file} can't be read: ${(cause as Error).message}`, { cause });
  });
