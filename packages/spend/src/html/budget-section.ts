import { budgetLines } from '../budget-lines.ts';
import type { BudgetLine } from '../budget-lines.ts';
import { formatAmount, formatShare } from '../format-amount.ts';
import type { SpendReport, UnitReport } from '../report.ts';
import { renderBars } from './bar-chart.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderTable } from './table.ts';

/** Bars end here; the figure beside the bar says how far it really goes. */
const longestBar = 150;

export function renderBudgets(report: SpendReport | UnitReport): Markup {
  const lines = budgetLines(report);
  if (lines.length === 0) {
    return markup`<section><h2>Budgets</h2><p class="note">No budget is set for these units and phases.</p></section>`;
  }
  const over = lines.filter((line) => line.over !== null).length;
  const chart = renderBars({
    label: `Bars: spend in percent of the budget of each unit and phase; ${over} of ${lines.length} are over. The table below has the figures.`,
    bars: lines.map((line) => ({
      name: lineName(line),
      length: barLength(line),
      figure: `${formatShare(line.cost, line.budget)}${line.over === null ? '' : ' ▲ over'}`,
      alert: line.over !== null,
    })),
    end: longestBar,
    mark: { at: 100, name: 'budget' },
  });
  const table = renderTable({
    caption: `Spend against budget per month in ${report.currency}`,
    header: ['Unit / phase', 'Spent', 'Budget', 'Used', 'State'],
    textColumns: 1,
    rows: lines.map((line) => ({
      cells: [
        lineName(line),
        formatAmount(line.cost),
        formatAmount(line.budget),
        formatShare(line.cost, line.budget),
        line.over === null ? 'within' : `▲ over by ${formatAmount(line.over)}`,
      ],
      tone: line.over === null ? ('plain' as const) : ('alert' as const),
    })),
  });
  return markup`<section class="budgets"><h2>Budgets</h2>
<figure>${chart}</figure>
${table}</section>`;
}

function barLength({ cost, budget, over }: BudgetLine): number {
  const used = Number(budget) === 0 ? (over === null ? 0 : longestBar) : (Number(cost) / Number(budget)) * 100;
  return Math.min(Math.max(used, 0), longestBar);
}

function lineName({ unit, phase }: BudgetLine): string {
  return `${unit} / ${phase}`;
}
