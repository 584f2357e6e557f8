import { budgetLines } from './budget-lines.ts';
import { formatAmount, formatKnownAmount, formatShare, monthName } from './format-amount.ts';
import type { SpendReport, UnitReport } from './report.ts';
import { topServices } from './top-services.ts';
import { trendLines } from './trend-lines.ts';
import { unitPhaseGrid } from './unit-phase-grid.ts';
import { hasUnallocated, headline, kindWords, metricWords, namesServices, reconciliationWords } from './wording.ts';
import { reportName, roundingRows, settledWords, unnamedAccount, unnamedService, withoutServices } from './wording.ts';

/** The report as GitHub-flavoured Markdown; amounts rounded for people. Names can't break out of their place. */
export function renderMarkdown(report: SpendReport | UnitReport): string {
  const { currency, month, metric } = report;
  const blocks = [
    `# Spend of ${escapeMarkdown(reportName(report))}, ${monthName(month)}`,
    headline(report).map(escapeMarkdown).join(' '),
    list([`${metricWords[metric]}, in ${currency}`, settledWords(report), reconciliationWords(report)]),
    '## By business unit and phase',
    gridTable(report),
    ...section('Budgets', budgetTable(report)),
    ...section('Trend', trendTable(report)),
    ...section('Services', namesServices(report) ? serviceTable(report) : withoutServices),
    ...section('Kinds of charge', kindTable(report)),
    ...(report.scope === 'unit' ? [] : ['## Unallocated', ...unallocatedBlocks(report)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function gridTable(report: SpendReport | UnitReport): string {
  const { phases, rows, phaseTotals, total } = unitPhaseGrid(report);
  const blanks = phases.map(() => '');
  return table(
    ['Business unit', ...phases, 'Total'],
    [
      ...rows.map(({ unit, costs, total }) => [unit, ...costs.map(formatKnownAmount), formatAmount(total)]),
      ['All units', ...phaseTotals.map(formatAmount), formatAmount(total)],
      ...(report.scope === 'unit' ? [] : [['Unallocated', ...blanks, formatAmount(report.unallocated.cost)]]),
      ...roundingRows(report).map(([name, cost]) => [name, ...blanks, cost]),
      ['Total', ...blanks, formatAmount(report.total)],
    ],
  );
}

function budgetTable(report: SpendReport | UnitReport): string {
  const rows = budgetLines(report).map(({ unit, phase, cost, budget, over }) => [
    `${unit} / ${phase}`,
    formatAmount(cost),
    formatAmount(budget),
    formatShare(cost, budget),
    over === null ? 'within' : `over by ${formatAmount(over)}`,
  ]);
  return table(['Budget', 'Spent', 'Budget per month', 'Used', 'State'], rows);
}

function trendTable(report: SpendReport | UnitReport): string {
  const { months, bands, totals } = trendLines(report);
  const rows = months.map((month, index) => [
    monthName(month),
    ...[...bands.map(({ amounts }) => amounts), totals].map((amounts) => formatKnownAmount(amounts[index] ?? null)),
  ]);
  return table(['Month', ...bands.map(({ name }) => name), 'Total'], rows);
}

function serviceTable({ services, total }: SpendReport | UnitReport): string {
  const { top, others } = topServices(services);
  const rest = others.count === 0 ? [] : [{ service: `${others.count} others`, cost: others.cost }];
  const rows = [...top, ...rest].map(({ service, cost }) => [
    service ?? unnamedService,
    formatAmount(cost),
    formatShare(cost, total),
  ]);
  return table(['Service', 'Cost', 'Share'], rows);
}

function kindTable(report: SpendReport | UnitReport): string {
  const rows = report.kinds.map(({ kind, cost }) => [kindWords[kind], formatAmount(cost)]);
  return table(['Kind', 'Cost'], [...rows, ...roundingRows(report)]);
}

function unallocatedBlocks(report: SpendReport): readonly string[] {
  if (!hasUnallocated(report)) return ['Every charge belongs to an account of the organization.'];
  const { accounts, withoutAccount, cost } = report.unallocated;
  const rows = accounts.map(({ id, name, cost }) => [id, name ?? unnamedAccount, formatAmount(cost)]);
  const last = [
    ['charges without an account', '', formatAmount(withoutAccount)],
    ['Total', '', formatAmount(cost)],
  ];
  return [table(['Account', 'Name', 'Cost'], [...rows, ...last], 2)];
}

function section(title: string, body: string): readonly string[] {
  return body === '' ? [] : [`## ${title}`, body];
}

/** Text columns come first, amounts after them; empty for no rows. */
function table(header: readonly string[], rows: readonly (readonly string[])[], textColumns = 1): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rule = header.map((_, index) => (index < textColumns ? '---' : '---:'));
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\s+/g, ' ');
}
