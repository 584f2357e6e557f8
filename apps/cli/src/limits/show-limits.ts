import type { ActionOutcome, BudgetPlan, Known, LimitExplanation, LimitPlan, Plan } from '@bulkhead/controller';
import { formatAmount } from '@bulkhead/spend';
import { type Column, renderTable, withSeparators } from '../terminal.ts';

const known = <Value>(value: Known<Value>, show: (value: Value) => string) => (value.known ? show(value.value) : '?');
const vcpu = (value: number) => withSeparators(String(value));

const limitColumns: readonly Column<LimitPlan>[] = [
  { title: 'account', cell: ({ account }) => account },
  { title: 'Region', cell: ({ region }) => region },
  { title: 'pool', cell: ({ pool }) => pool, leaveOut: 3 },
  { title: 'ceiling', align: 'right', cell: ({ ceiling }) => vcpu(ceiling) },
  { title: 'granted', align: 'right', cell: ({ granted }) => known(granted, (quota) => vcpu(quota.vcpu)) },
  {
    title: 'asked',
    align: 'right',
    cell: ({ pending }) => known(pending, (request) => (request ? vcpu(request.desired) : '-')),
  },
  {
    title: 'runs',
    align: 'right',
    cell: ({ usage }) => known(usage, ({ runningVcpu }) => known(runningVcpu, vcpu)),
    leaveOut: 2,
  },
  { title: 'state', cell: ({ state }) => state },
  { title: 'held by', cell: ({ means }) => means.kind, leaveOut: 1 },
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
  { title: 'held by', cell: ({ cap }) => cap.means.kind },
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

/** A plan as tables for a terminal: quotas in vCPU, caps in instances, budgets in US dollars. */
export function renderLimits(plan: Plan, width?: number): string {
  const caps = plan.limits.flatMap((limit) => limit.caps.map((cap) => ({ limit, cap })));
  const parts = [
    `${plan.organization}: limits in vCPU of On-Demand quotas`,
    renderTable(limitColumns, [{ rows: plan.limits }], width),
    ...(caps.length > 0 ? ['caps in instances', renderTable(capColumns, [{ rows: caps }], width)] : []),
    ...(plan.budgets.length > 0
      ? ['budgets in USD, this month', renderTable(budgetColumns, [{ rows: plan.budgets }], width)]
      : []),
    ...(plan.accounts.length > 0
      ? [plan.accounts.map(({ account, reason }) => `${account}: ${reason}`).join('\n')]
      : []),
    reasons(plan.limits),
    actions(plan),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Why limits are not satisfied, each reason once. */
function reasons(limits: readonly LimitPlan[]): string {
  const open = limits.filter(({ state }) => state !== 'satisfied' && state !== 'to-request');
  return open.map(({ account, region, state, reason }) => `${account} ${region} ${state}: ${reason}`).join('\n');
}

function actions({ actions: planned }: Plan): string {
  if (planned.length === 0) return 'nothing to do';
  const lines = planned.map(
    ({ account, place, quotaCode, from, to }) =>
      `  ask for ${quotaCode} in ${account} ${place.region}: ${vcpu(from)} -> ${vcpu(to)} vCPU`,
  );
  return `to do, with \`bulkhead limits apply\`:\n${lines.join('\n')}`;
}

/** What came of each action of a plan. */
export function renderOutcomes(outcomes: readonly ActionOutcome[], width?: number): string {
  if (outcomes.length === 0) return 'nothing to do\n';
  const columns: readonly Column<ActionOutcome>[] = [
    { title: 'account', cell: ({ action }) => action.account },
    { title: 'Region', cell: ({ action }) => action.place.region },
    { title: 'quota', cell: ({ action }) => action.quotaCode, leaveOut: 1 },
    { title: 'vCPU', align: 'right', cell: ({ action }) => vcpu(action.to) },
    { title: 'outcome', cell: ({ kind }) => kind },
    { title: 'reason', cell: ({ reason }) => reason, leaveOut: 2 },
  ];
  return `${renderTable(columns, [{ rows: outcomes }], width)}\n`;
}

/** An explanation, as a person would give it. */
export function renderExplanation(explanation: LimitExplanation): string {
  const { account, instanceType, vcpuEach, families, quotaCode, sentences, regions } = explanation;
  const lines = [
    `${instanceType} in ${account}`,
    `  ${vcpuEach} vCPU each, in the pool of ${families} (${quotaCode})`,
    '',
    ...(sentences.length === 0
      ? ['the definition limits nothing here']
      : ['the definition says', ...sentences.map(({ path, text }) => `  ${path}: ${text}`)]),
    ...regions.flatMap(({ region, limit, cap, roomFor, atCap }) => [
      '',
      region,
      ...(cap ? [`  cap: ${vcpu(cap.atMost)}, runs ${known(cap.running, vcpu)}, held by ${cap.means.kind}`] : []),
      `  pool: ceiling ${vcpu(limit.ceiling)} vCPU, granted ${known(limit.granted, (quota) => vcpu(quota.vcpu))}, room for ${vcpu(roomFor)} of this type`,
      `  ${limit.state}: ${limit.reason}`,
      `  at the cap: ${atCap}`,
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
