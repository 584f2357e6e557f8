export type { AccountDirectory, ListedAccount } from './account-directory.ts';
export type { AccountStanding } from './account-standing.ts';
export { type ActionOutcome, applyPlan } from './apply-plan.ts';
export type { BudgetLedger, BudgetState, CountedBudget } from './budget-ledger.ts';
export {
  type DesiredAccount,
  type DesiredCap,
  type DesiredLimit,
  type DesiredLimits,
  desiredLimits,
} from './desired-limits.ts';
export { type ExitCode, exitCodeOfApply, exitCodeOfExplanation, exitCodeOfPlan } from './exit-code.ts';
export { type LimitExplanation, type RegionExplanation, explainLimit } from './explain-limit.ts';
export { type ExplainedSubject, getExplainedSubject } from './explained-subject.ts';
export { inMemoryAccountDirectory } from './in-memory-account-directory.ts';
export { inMemoryBudgetLedger } from './in-memory-budget-ledger.ts';
export {
  type InMemoryQuotaDesk,
  type QuotaWorld,
  type SeededQuota,
  type SeededRequest,
  inMemoryQuotaDesk,
} from './in-memory-quota-desk.ts';
export { type SeededUsage, inMemoryUsageMeter } from './in-memory-usage-meter.ts';
export { type Known, known, unknown } from './known.ts';
export type { LimitSentence } from './limit-sentence.ts';
export { type LimitState, limitStates } from './limit-state.ts';
export type { LimitUsage } from './limit-usage.ts';
export type { Means } from './means.ts';
export { type Sources, observeLimits } from './observe-limits.ts';
export type { InstanceCounts, ObservedLimits, ObservedPlace, ObservedUsage } from './observed-limits.ts';
export { AccessError, type Place } from './place.ts';
export { PlanFileError, parsePlan, renderPlan } from './plan-file.ts';
export { planFingerprint } from './plan-fingerprint.ts';
export { type PlanOptions, planLimits } from './plan-limits.ts';
export { PlanMovedError } from './plan-moved-error.ts';
export type { AccountFinding, BudgetPlan, CapPlan, LimitPlan, Plan, PlanSummary, QuotaAction } from './plan.ts';
export type { GrantedQuota, QuotaDesk, QuotaRequest, RequestOutcome } from './quota-desk.ts';
export { type DeskPromise, quotaDeskContract } from './quota-desk-contract.ts';
export { type Reconciliation, planOrganization, reconcile } from './reconcile.ts';
export { openRequestLimits } from './request-room.ts';
export { QuestionError } from './question-error.ts';
export { type Scope, accountsInScope } from './scope.ts';
export type { Usage, UsageMeter } from './usage-meter.ts';
