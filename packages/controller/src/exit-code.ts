import type { ActionOutcome } from './apply-plan.ts';
import type { LimitExplanation } from './explain-limit.ts';
import type { Plan } from './plan.ts';

/** 0 nothing to do, 1 error or something unknown, 2 changes, 3 only waiting. */
export type ExitCode = 0 | 1 | 2 | 3;

const waitingStates = ['queued', 'pending', 'case-opened'] as const;

/** What `limits plan` ends with: something unknown comes before changes, since the changes may not be all. */
export function exitCodeOfPlan({ summary }: Plan): ExitCode {
  if (summary.unknown > 0) return 1;
  if (summary.actions > 0) return 2;
  return waitingStates.some((state) => summary.limits[state] > 0) ? 3 : 0;
}

/** What `limits apply` ends with: 2 where it changed something or another plan would, 3 where AWS has to answer first. */
export function exitCodeOfApply(plan: Plan, outcomes: readonly ActionOutcome[]): ExitCode {
  const some = (kind: ActionOutcome['kind']) => outcomes.some((outcome) => outcome.kind === kind);
  if (some('failed') || plan.summary.unknown > 0) return 1;
  if (some('applied') || some('skipped')) return 2;
  return some('waiting') || waitingStates.some((state) => plan.summary.limits[state] > 0) ? 3 : 0;
}

/** What `limits explain` ends with: 1 where it can't tell what holds or what runs. */
export function exitCodeOfExplanation({ regions }: LimitExplanation): ExitCode {
  return regions.some(({ limit, cap }) => limit.state === 'unknown' || cap?.running.known === false) ? 1 : 0;
}
