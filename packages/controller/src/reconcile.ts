import type { Lock, Organization } from '@bulkhead/model';
import { type ActionOutcome, applyPlan } from './apply-plan.ts';
import { desiredLimits } from './desired-limits.ts';
import { type Sources, observeLimits } from './observe-limits.ts';
import { type PlanOptions, planLimits } from './plan-limits.ts';
import { PlanFileError } from './plan-file.ts';
import { PlanMovedError } from './plan-moved-error.ts';
import type { Plan } from './plan.ts';
import type { Scope } from './scope.ts';

/** What is reconciled, and through what. */
export interface Reconciliation extends PlanOptions {
  readonly organization: Organization;
  readonly lock: Lock;
  readonly scope?: Scope;
  readonly sources: Sources;
}

/**
 * Reads AWS and plans. Changes nothing. Rejects with an AccessError where the organization can't be read, and with a
 * QuestionError where the scope holds no account.
 */
export async function planOrganization({
  organization,
  lock,
  scope,
  sources,
  ...options
}: Reconciliation): Promise<Plan> {
  const desired = desiredLimits(organization, lock, scope);
  return planLimits(desired, await observeLimits(desired, sources), options);
}

/**
 * Reads AWS, plans and applies. A saved plan is applied only where planning again finds the world that it was made from.
 *
 * Rejects with a PlanMovedError otherwise, before anything is changed, and with a PlanFileError before AWS is asked where
 * the plan is another organization's.
 */
export async function reconcile(
  reconciliation: Reconciliation,
  saved?: Plan,
): Promise<{ readonly plan: Plan; readonly outcomes: readonly ActionOutcome[] }> {
  const { name } = reconciliation.organization;
  if (saved && saved.organization !== name) {
    throw new PlanFileError([
      `plan.organization: must be ${name}, whose limits are applied, got: ${saved.organization}`,
    ]);
  }
  const scope = saved?.scope ?? reconciliation.scope;
  const current = await planOrganization({ ...reconciliation, ...(scope && { scope }) });
  if (saved && saved.fingerprint !== current.fingerprint) throw new PlanMovedError(saved, current);
  const plan = saved ?? current;
  return { plan, outcomes: await applyPlan(plan, reconciliation.sources.desk) };
}
