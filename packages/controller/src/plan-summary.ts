import { type LimitState, limitStates } from './limit-state.ts';
import type { BudgetPlan, LimitPlan, PlanSummary, QuotaAction } from './plan.ts';

/** What a plan holds, counted. */
export function summaryOf(
  limits: readonly LimitPlan[],
  actions: readonly QuotaAction[],
  budgets: readonly BudgetPlan[],
): PlanSummary {
  const inState = (state: LimitState) => limits.filter((limit) => limit.state === state).length;
  return {
    limits: Object.fromEntries(limitStates.map((state) => [state, inState(state)])) as Record<LimitState, number>,
    actions: actions.length,
    unknown: [...limits.map(isUnknown), ...budgets.map(({ spent }) => !spent.known)].filter(Boolean).length,
  };
}

/** A limit is not fully known either where it is decided but its use could not be read. */
function isUnknown({ state, usage }: LimitPlan): boolean {
  return state === 'unknown' || !usage.known || !usage.value.runningVcpu.known || !usage.value.committedVcpu.known;
}
