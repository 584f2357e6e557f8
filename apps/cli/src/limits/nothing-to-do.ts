import type { Plan } from '@bulkhead/controller';

/** How a plan without actions ends: with what has to be waited for. */
export function nothingToDo({ summary: { limits } }: Plan): string {
  const waiting = limits.pending + limits['case-opened'] + limits.queued;
  if (waiting === 0) return 'nothing to do';
  return `nothing to do but wait: AWS has ${waiting} request${waiting === 1 ? '' : 's'} to answer`;
}

/** That a plan does not know everything, which is why a command ends with 1; nothing where it does. */
export function whatIsUnknown({ limits, budgets, summary: { unknown } }: Plan): readonly string[] {
  const all = limits.length + budgets.length;
  return unknown === 0 ? [] : [`${unknown} of ${all} limits and budgets could not be read, nothing is done on them`];
}
