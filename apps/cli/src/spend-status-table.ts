import type { BudgetStanding, SpendStatus } from '@bulkhead/aws';
import { compareAmounts, formatAmount, formatShare, subtract } from '@bulkhead/spend';
import type { OrganizationStatus } from './spend-organization-status.ts';
import { type Column, renderTable } from './terminal.ts';

const unknown = '?';
const words: Readonly<Record<BudgetStanding, string>> = {
  over: 'OVER BUDGET',
  'forecast-over': 'forecast over',
  within: 'within',
  'not-calculated': 'not calculated yet',
  missing: 'not in AWS',
};

const columns: readonly Column<SpendStatus>[] = [
  { title: 'phase', cell: ({ phase }) => phase },
  { title: 'budget', align: 'right', cell: ({ budget }) => formatAmount(budget) },
  { title: 'actual', align: 'right', cell: ({ actual }) => (actual === null ? unknown : formatAmount(actual)) },
  { title: 'used', align: 'right', cell: ({ actual, budget }) => shareOf(actual, budget) },
  { title: 'forecast', align: 'right', cell: forecastOf },
  {
    title: 'will use',
    align: 'right',
    cell: ({ forecast, budget }) => (forecast === null ? '' : shareOf(forecast, budget)),
    leaveOut: 1,
  },
  { title: 'state', cell: ({ standing }) => words[standing] },
  { title: 'by', align: 'right', cell: excessOf, leaveOut: 2 },
];

const shareOf = (amount: string | null, budget: string) => (amount === null ? '' : formatShare(amount, budget));

function forecastOf({ actual, forecast }: SpendStatus): string {
  if (forecast !== null) return formatAmount(forecast);
  return actual === null ? unknown : '–';
}

/** What is spent, or forecast to be, above the budget. */
function excessOf({ standing, actual, forecast, budget }: SpendStatus): string {
  if (standing === 'over' && actual !== null) return formatAmount(subtract(actual, budget));
  return standing === 'forecast-over' && forecast !== null ? formatAmount(subtract(forecast, budget)) : '';
}

/** A status as a table for a terminal, a section for each business unit, and what has to be done about it. */
export function renderSpendStatus(status: OrganizationStatus, width?: number): string {
  const { organization, month, currency, budgets } = status;
  if (budgets.length === 0) return `the definition of ${organization} sets no budget\n`;
  const units = [...new Set(budgets.map(({ unit }) => unit))];
  const sections = units.map((heading) => ({ heading, rows: budgets.filter(({ unit }) => unit === heading) }));
  const named = (standing: BudgetStanding) =>
    budgets.filter((budget) => budget.standing === standing).map(({ account }) => account);
  const parts = [
    `${organization} in ${month}: spend so far and forecast against budgets, in ${currency}`,
    renderTable(columns, sections, width),
    list('not calculated yet, look again in a day', named('not-calculated')),
    list("AWS has no monthly cost budget of this name, deploy the organization's stack", named('missing')),
    list("AWS has another budget than the definition, deploy the organization's stack", differing(budgets)),
    `${verdict(status)}\nAWS counts up to three times a day, hours after the fact`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function verdict({ summary, budgets }: OrganizationStatus): string {
  const unknowns = summary['not-calculated'] + summary.missing;
  return [
    `of ${budgets.length} budgets ${summary.over} over`,
    `${summary['forecast-over']} forecast to be over`,
    ...(unknowns === 0 ? [] : [`${unknowns} unknown`]),
  ].join(', ');
}

const differing = (budgets: readonly SpendStatus[]) =>
  budgets.flatMap(({ account, budget, budgetAtAws }) =>
    budgetAtAws === null || compareAmounts(budgetAtAws, budget) === 0
      ? []
      : [`${account}: ${formatAmount(budgetAtAws)} instead of ${formatAmount(budget)}`],
  );

const list = (title: string, items: readonly string[]) =>
  items.length === 0 ? '' : [`${title}:`, ...items.map((item) => `  ${item}`)].join('\n');
