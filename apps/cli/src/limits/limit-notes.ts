import type { LimitPlan, Plan } from '@bulkhead/controller';
import { wrapped } from '../wrapped.ts';

interface Note {
  readonly where: string;
  readonly text: string;
}

/** Why limits are not as they should be, and what could not be read: each reason once, with all places it holds for. */
export function limitNotes(plan: Plan, width?: number): string {
  return notesText(
    [...accountNotes(plan), ...placesOf(plan).flatMap(limitNote), ...usageNotes(plan), ...budgetNotes(plan)],
    width,
  );
}

/** What could not be read, and on which nothing was done. */
export function unknownNotes(plan: Plan, width?: number): string {
  const unknown = placesOf(plan).filter(({ state }) => state === 'unknown');
  return notesText(
    [...accountNotes(plan), ...unknown.flatMap(limitNote), ...usageNotes(plan), ...budgetNotes(plan)],
    width,
  );
}

/** Notes with the same text become one. */
export function notesText(notes: readonly Note[], width?: number): string {
  const places = new Map<string, string[]>();
  for (const { where, text } of notes) places.set(text, [...(places.get(text) ?? []), where]);
  return [...places].map(([text, where]) => wrapped(`${[...new Set(where)].join(', ')}: ${text}`, width)).join('\n');
}

const accountNotes = ({ accounts }: Plan): readonly Note[] =>
  accounts.map(({ account, reason }) => ({ where: account, text: reason }));

/** Limits of accounts that can be worked on; the others have one reason for all. */
const placesOf = ({ limits, accounts }: Plan) =>
  limits.filter((limit) => accounts.every(({ account }) => account !== limit.account));

function limitNote({ account, region, pool, state, reason }: LimitPlan): readonly Note[] {
  if (state === 'satisfied' || state === 'to-request') return [];
  // what keeps AWS from being read mostly holds for all pools of the place; otherwise the reason names the quota
  const where = state === 'unknown' ? `${account} ${region}` : `${account} ${region} ${pool}`;
  return [{ where, text: `${state}, ${reason}` }];
}

const usageNotes = (plan: Plan): readonly Note[] =>
  placesOf(plan).flatMap(({ account, region, state, usage }) => {
    // mostly the same obstacle, which has been told
    if (state === 'unknown') return [];
    const parts = usage.known ? [usage.value.runningVcpu, usage.value.committedVcpu] : [usage];
    return parts.flatMap((part) =>
      part.known ? [] : [{ where: `${account} ${region}`, text: `what runs is unknown, ${part.reason}` }],
    );
  });

const budgetNotes = ({ budgets }: Plan): readonly Note[] =>
  budgets.flatMap(({ account, spent }) =>
    spent.known ? [] : [{ where: account, text: `what was spent is unknown, ${spent.reason}` }],
  );
