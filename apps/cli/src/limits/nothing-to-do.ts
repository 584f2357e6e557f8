import type { Plan } from '@bulkhead/controller';

/** How a plan without actions ends: with what has to be waited for. */
export function nothingToDo({ summary: { limits } }: Plan): string {
  const asked = limits.pending + limits['case-opened'];
  const parts = [
    ...(asked > 0 ? [`AWS has ${requests(asked)} to answer`] : []),
    ...(limits.queued > 0 ? [`${requests(limits.queued)} can be made once AWS has answered others`] : []),
  ];
  return parts.length === 0 ? 'nothing to do' : `nothing to do but wait: ${parts.join(', ')}`;
}

const requests = (count: number) => `${count} request${count === 1 ? '' : 's'}`;

/** That a plan does not know everything, which is why a command ends with 1; nothing where it does. */
export function whatIsUnknown({ limits, budgets, summary: { unknown } }: Plan): readonly string[] {
  const all = limits.length + budgets.length;
  return unknown === 0 ? [] : [`${unknown} of ${all} limits and budgets could not be read, nothing is done on them`];
}
