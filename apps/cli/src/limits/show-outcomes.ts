import type { ActionOutcome, Plan } from '@bulkhead/controller';
import { type Column, renderTable } from '../terminal.ts';
import { vcpu } from './known-text.ts';
import { notesText, unknownNotes } from './limit-notes.ts';
import { nothingToDo, whatIsUnknown } from './nothing-to-do.ts';

const columns: readonly Column<ActionOutcome>[] = [
  { title: 'account', cell: ({ action }) => action.account },
  { title: 'Region', cell: ({ action }) => action.place.region },
  { title: 'quota', cell: ({ action }) => action.quotaCode, leaveOut: 1 },
  { title: 'from', align: 'right', cell: ({ action }) => vcpu(action.from), leaveOut: 2 },
  { title: 'to vCPU', align: 'right', cell: ({ action }) => vcpu(action.to) },
  { title: 'outcome', cell: ({ kind }) => kind },
];

/** What came of each action of a plan, why some were not applied, and on what nothing was done. */
export function renderOutcomes(plan: Plan, outcomes: readonly ActionOutcome[], width?: number): string {
  const others = outcomes.filter(({ kind }) => kind !== 'applied');
  const parts = [
    ...(outcomes.length > 0 ? [renderTable(columns, [{ rows: outcomes }], width)] : []),
    notesText(
      others.map(({ action: { account, place, quotaCode }, kind, reason }) => ({
        where: `${account} ${place.region} ${quotaCode}`,
        text: `${kind}, ${reason}`,
      })),
      width,
    ),
    unknownNotes(plan, width),
    [...(outcomes.length > 0 ? [] : [nothingToDo(plan)]), ...whatIsUnknown(plan)].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
