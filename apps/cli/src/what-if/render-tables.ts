import { type PolicyType, policyTypeTitle, policyTypes } from '@bulkhead/guardrails';
import { type Column, type Section, renderTable, withSeparators } from '../terminal.ts';
import type { BudgetSum } from './budget-sums.ts';
import type { QuotaRequests, QuotaStep } from './request-batches.ts';
import type { Room, RoomChange, RoomFinding } from './room-changes.ts';

interface RoomRow {
  readonly name: string;
  readonly before: Room | undefined;
  readonly after: Room;
}

const number = (value: number) => withSeparators(String(value));
const roomColumn = (title: string, key: keyof Room): Column<RoomRow> => ({
  title,
  align: 'right',
  cell: ({ before, after }) =>
    before === undefined || before[key] === after[key]
      ? number(after[key])
      : `${number(before[key])} → ${number(after[key])}`,
});

const roomColumns: readonly Column<RoomRow>[] = [
  { title: '', cell: ({ name }) => name },
  roomColumn('policies', 'policies'),
  roomColumn('left', 'policiesLeft'),
  roomColumn('bytes', 'bytes'),
  roomColumn('left', 'bytesLeft'),
];

/** Room for policies that changes, by type, and where the least is left. */
export function renderRoom(finding: Extract<RoomFinding, { fits: true }>, width: number): readonly string[] {
  const { changes, tightest } = finding;
  if (changes.length === 0) return [];
  const sections = policyTypes
    .map((type): Section<RoomRow> => ({ heading: policyTypeTitle(type), rows: rowsOf(changes, type) }))
    .filter(({ rows }) => rows.length > 0);
  const least = tightest && {
    heading: `least left, ${policyTypeTitle(tightest.type)}`,
    rows: [{ name: tightest.target, before: undefined, after: tightest.after }],
  };
  return [`${renderTable(roomColumns, least ? [...sections, least] : sections, width)}\n`];
}

/** New targets to which nothing is attached have the same room, so one row is enough for them. */
function rowsOf(changes: readonly RoomChange[], type: PolicyType): readonly RoomRow[] {
  const ofType = changes.filter((each) => each.type === type);
  const isEmpty = ({ before, after }: RoomChange) => before === undefined && after.policies === 0;
  const [empty, ...others] = ofType.filter(isEmpty);
  return [
    ...ofType.filter((each) => !isEmpty(each)).map(({ target, before, after }) => ({ name: target, before, after })),
    ...(empty
      ? [{ ...empty, name: others.length === 0 ? empty.target : `each of ${others.length + 1} new ones` }]
      : []),
  ];
}

const stepColumns: readonly Column<QuotaStep>[] = [
  { title: '', cell: ({ account }) => account },
  { title: 'Region', cell: ({ region }) => region },
  { title: 'pool', cell: ({ pool }) => pool },
  { title: 'quota', cell: ({ quotaCode }) => quotaCode, leaveOut: 1 },
  { title: 'vCPU', align: 'right', cell: ({ from }) => number(from) },
  { title: 'asked for', align: 'right', cell: ({ to }) => number(to) },
];

/** The quotas that would be asked for. */
export function renderQuotaSteps({ requests }: QuotaRequests, width: number): readonly string[] {
  return requests.length === 0 ? [] : [`${renderTable(stepColumns, [{ rows: requests }], width)}\n`];
}

const money = (amount: string | undefined) => (amount === undefined ? '-' : withSeparators(amount));
const budgetColumns: readonly Column<BudgetSum>[] = [
  { title: '', cell: ({ unit }) => unit },
  { title: 'before', align: 'right', cell: ({ before }) => money(before) },
  { title: 'after', align: 'right', cell: ({ after }) => money(after) },
];

/** Sums of budgets that change. */
export function renderBudgetSums(sums: readonly BudgetSum[], width: number): readonly string[] {
  return sums.length === 0
    ? []
    : [`${renderTable(budgetColumns, [{ heading: 'budgets together, USD a month', rows: sums }], width)}\n`];
}
