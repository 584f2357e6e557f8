import type { BudgetPlan, LimitPlan, Plan } from '@bulkhead/controller';
import { formatAmount } from '@bulkhead/spend';
import { type Column, renderTable } from '../terminal.ts';
import { known, meansText, vcpu } from './known-text.ts';
import { limitNotes } from './limit-notes.ts';
import { nothingToDo, whatIsUnknown } from './nothing-to-do.ts';

const limitColumns = (limits: readonly LimitPlan[]): readonly Column<LimitPlan>[] => [
  { title: 'account', cell: ({ account }) => account },
  { title: 'Region', cell: ({ region }) => region },
  {
    title: 'pool',
    cell: ({ pool }) => pool,
    ...(new Set(limits.map(({ pool }) => pool)).size > 1 ? {} : { leaveOut: 4 }),
  },
  { title: 'ceiling', align: 'right', cell: ({ ceiling }) => vcpu(ceiling) },
  { title: 'granted', align: 'right', cell: ({ granted }) => known(granted, (quota) => vcpu(quota.vcpu)) },
  {
    title: 'asked',
    align: 'right',
    cell: ({ pending }) => known(pending, (request) => (request ? vcpu(request.desired) : '-')),
    leaveOut: 3,
  },
  {
    title: 'runs',
    align: 'right',
    cell: ({ usage }) => known(usage, ({ runningVcpu }) => known(runningVcpu, vcpu)),
    leaveOut: 2,
  },
  { title: 'state', cell: ({ state }) => state },
  { title: 'held by', cell: (limit) => meansText(limit, limit.means), leaveOut: 1 },
];

interface CapRow {
  readonly limit: LimitPlan;
  readonly cap: LimitPlan['caps'][number];
}

const capColumns: readonly Column<CapRow>[] = [
  { title: 'account', cell: ({ limit }) => limit.account },
  { title: 'Region', cell: ({ limit }) => limit.region },
  { title: 'cap', align: 'right', cell: ({ cap }) => vcpu(cap.atMost) },
  { title: 'of', cell: ({ cap }) => cap.instanceType },
  { title: 'runs', align: 'right', cell: ({ cap }) => known(cap.running, vcpu) },
  { title: 'may launch', align: 'right', cell: ({ cap }) => known(cap.committed, vcpu), leaveOut: 1 },
  { title: 'held by', cell: ({ limit, cap }) => meansText(limit, cap.means) },
];

const budgetColumns: readonly Column<BudgetPlan>[] = [
  { title: 'account', cell: ({ account }) => account },
  { title: 'budget', align: 'right', cell: ({ limit }) => formatAmount(limit) },
  { title: 'actual', align: 'right', cell: ({ spent }) => known(spent, ({ actual }) => formatAmount(actual)) },
  {
    title: 'forecast',
    align: 'right',
    cell: ({ spent }) => known(spent, ({ forecast }) => (forecast === null ? '-' : formatAmount(forecast))),
  },
];

export interface LimitsShown {
  /** Accounts without limits, because they wait to be closed. */
  readonly closing?: readonly string[];
  readonly width?: number;
}

/** A plan as tables for a terminal: quotas in vCPU, caps in instances, budgets in US dollars. */
export function renderLimits(plan: Plan, { closing = [], width }: LimitsShown = {}): string {
  const caps = plan.limits.flatMap((limit) => limit.caps.map((cap) => ({ limit, cap })));
  const parts = [
    `${plan.organization}: limits in vCPU of On-Demand quotas`,
    renderTable(limitColumns(plan.limits), [{ rows: plan.limits }], width),
    ...(caps.length > 0 ? ['caps in instances', renderTable(capColumns, [{ rows: caps }], width)] : []),
    ...(plan.budgets.length > 0
      ? ['budgets in USD, this month', renderTable(budgetColumns, [{ rows: plan.budgets }], width)]
      : []),
    limitNotes(plan, width),
    closing.map((account) => `${account} is closing: nothing is asked there`).join('\n'),
    actions(plan),
    ...whatIsUnknown(plan),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function actions(plan: Plan): string {
  const { actions: planned } = plan;
  if (planned.length === 0) return nothingToDo(plan);
  const lines = planned.map(
    ({ account, place, quotaCode, from, to }) =>
      `  ask for ${quotaCode} in ${account} ${place.region}: ${vcpu(from)} -> ${vcpu(to)} vCPU`,
  );
  return `to do, with \`bulkhead limits apply\`:\n${lines.join('\n')}`;
}
