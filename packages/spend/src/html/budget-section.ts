import { budgetLines } from '../budget-lines.ts';
import type { BudgetLine } from '../budget-lines.ts';
import { formatAmount, formatShare } from '../format-amount.ts';
import type { SpendReport, UnitReport } from '../report.ts';
import { renderBars } from './bar-chart.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderTable } from './table.ts';

/** A chart of more bars would not fit on a sheet of paper. */
const mostBars = 24;

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
    bars: drawnLines(lines).map((line) => ({
      name: lineName(line),
      length: Math.min(Math.max(percentUsed(line), 0), longestBar),
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
${lines.length > mostBars ? markup`<p class="note">The ${String(mostBars)} budgets that are used most; all are in the table.</p>` : markup``}
${table}</section>`;
}

function drawnLines(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  if (lines.length <= mostBars) return lines;
  return [...lines].sort((a, b) => percentUsed(b) - percentUsed(a)).slice(0, mostBars);
}

/** Geometry only; every figure that is read comes from the decimal text. */
function percentUsed({ cost, budget, over }: BudgetLine): number {
  if (Number(budget) === 0) return over === null ? 0 : longestBar;
  return (Number(cost) / Number(budget)) * 100;
}

function lineName({ unit, phase }: BudgetLine): string {
  return `${unit} / ${phase}`;
}
