import { budgetLines } from '../budget-lines.ts';
import { formatAmount, formatChange, formatShare, monthName, noFigure } from '../format-amount.ts';
import { sum } from '../money.ts';
import { monthsBefore } from '../month.ts';
import type { SpendReport, UnitReport } from '../report.ts';
import { headline, metricWords, reconciliationWords, reportName, settledWords } from '../wording.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

export function renderHeader(report: SpendReport | UnitReport): Markup {
  const figures = keyFigures(report).map(
    ({ name, value, remark }) => markup`<div><dt>${name}</dt><dd>${value}<small>${remark}</small></dd></div>`,
  );
  return markup`<header>
<p class="eyebrow">Cloud spend</p>
<h1>${reportName(report)}, ${monthName(report.month)}</h1>
<p class="mark ${report.settled ? 'settled' : 'open'}">${settledWords(report)}</p>
<p class="lede">${headline(report).join(' ')}</p>
<dl class="figures">
${figures}
</dl>
<p class="checked">${report.scope === 'organization' ? '✓ ' : ''}${reconciliationWords(report)}<br>${metricWords[report.metric]}.</p>
</header>`;
}

interface KeyFigure {
  readonly name: string;
  readonly value: string;
  readonly remark: string;
}

function keyFigures(report: SpendReport | UnitReport): readonly KeyFigure[] {
  const { currency, month, total, previousTotal } = report;
  const before = monthName(monthsBefore(month, 1));
  const lines = budgetLines(report);
  const budget = sum(lines.map((line) => line.budget));
  const budgeted = sum(lines.map((line) => line.cost));
  return [
    { name: `Total, ${currency}`, value: formatAmount(total), remark: monthName(month) },
    {
      name: 'Change',
      value: formatChange(total, previousTotal),
      remark:
        previousTotal === null ? `${before} is not in the source` : `from ${formatAmount(previousTotal)} in ${before}`,
    },
    {
      name: 'Budgets used',
      value: lines.length === 0 ? noFigure : formatShare(budgeted, budget),
      remark: lines.length === 0 ? 'no budget is set' : `${formatAmount(budgeted)} of ${formatAmount(budget)}`,
    },
    ...(report.scope === 'unit'
      ? []
      : [
          {
            name: 'Unallocated',
            value: formatShare(report.unallocated.cost, total),
            remark: formatAmount(report.unallocated.cost),
          },
        ]),
  ];
}
