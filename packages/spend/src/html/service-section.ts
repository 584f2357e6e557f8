import { formatAmount, formatShare } from '../format-amount.ts';
import type { SpendReport, UnitReport } from '../report.ts';
import { topServices } from '../top-services.ts';
import { namesServices, roundingRows, unnamedService, withoutServices } from '../wording.ts';
import { renderBars } from './bar-chart.ts';
import { drawnAmount } from './chart.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderTable } from './table.ts';

export function renderServices(report: SpendReport | UnitReport): Markup {
  const { top, others } = topServices(report.services);
  if (top.length === 0) {
    return markup`<section><h2>Top services</h2><p class="note">No charges in this month.</p></section>`;
  }
  if (!namesServices(report)) {
    return markup`<section><h2>Top services</h2><p class="note">${withoutServices}</p></section>`;
  }
  const chart = renderBars({
    label: 'Bars: cost by service, the largest first. The table below has the figures.',
    bars: top.map(({ service, cost }) => ({
      name: service ?? unnamedService,
      length: drawnAmount(cost),
      figure: formatAmount(cost),
    })),
  });
  const rest = others.count === 0 ? [] : [{ service: `${others.count} others`, cost: others.cost }];
  const table = renderTable({
    caption: `Cost by service in ${report.currency}`,
    header: ['Service', 'Cost', 'Share'],
    textColumns: 1,
    rows: [
      ...[...top, ...rest].map(({ service, cost }) => ({
        cells: [service ?? unnamedService, formatAmount(cost), formatShare(cost, report.total)],
      })),
      ...roundingRows(report).map(([name, cost]) => ({ cells: [name, cost, ''], tone: 'aside' as const })),
      { cells: ['Total', formatAmount(report.total), formatShare(report.total, report.total)], tone: 'total' },
    ],
  });
  return markup`<section class="services"><h2>Top services</h2>
<figure>${chart}</figure>
${table}</section>`;
}
