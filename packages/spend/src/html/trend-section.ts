import { formatAxisNumber, formatKnownAmount, monthName, shortMonthName } from '../format-amount.ts';
import type { SpendReport, UnitReport } from '../report.ts';
import { trendLines } from '../trend-lines.ts';
import type { TrendBand, TrendLines } from '../trend-lines.ts';
import { drawnAmount, renderChart } from './chart.ts';
import type { ChartOption, ChartSize } from './chart.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { bandColours, mutedColour, restColour, ruleColour, unallocatedColour } from './palette.ts';
import { renderTable } from './table.ts';

export function renderTrend(report: SpendReport | UnitReport): Markup {
  const lines = trendLines(report);
  const what = report.scope === 'unit' ? 'phase' : 'business unit';
  const first = monthName(lines.months[0] ?? report.month);
  const label = `Stacked columns: spend per month by ${what}, ${first} to ${monthName(report.month)}. The table below has the figures.`;
  const chart = renderChart(label, { wide: 320, narrow: 260 }, (size) => trendOption(lines, size));
  const key = lines.bands.map(
    (band, index) =>
      markup`<li><span class="swatch" style="background:${bandColour(band, index)}"></span>${band.name}</li>`,
  );
  const table = renderTable({
    caption: `Spend per month in ${report.currency}`,
    header: ['Month', ...lines.bands.map(({ name }) => name), 'Total'],
    textColumns: 1,
    rows: lines.months.map((month, index) => ({
      cells: [
        shortMonthName(month),
        ...[...lines.bands.map(({ amounts }) => amounts), lines.totals].map((amounts) =>
          formatKnownAmount(amounts[index] ?? null),
        ),
      ],
    })),
  });
  const gaps = lines.totals.some((total) => total === null)
    ? markup`<p class="note">A dash marks a month that the source does not hold.</p>`
    : markup``;
  return markup`<section class="trend"><h2>Trend by ${what}</h2>
<figure>
<ul class="key">${key}</ul>
${chart}
</figure>
${table}
${gaps}</section>`;
}

function trendOption({ months, bands }: TrendLines, { name }: ChartSize): ChartOption {
  const axisLabel = { color: mutedColour, fontSize: name === 'narrow' ? 11 : 12 };
  return {
    grid: { left: 4, right: 4, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: months.map(shortMonthName),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ruleColour } },
      axisLabel: { ...axisLabel, hideOverlap: true, interval: name === 'narrow' ? 3 : 0 },
    },
    yAxis: {
      type: 'value',
      axisLabel: { ...axisLabel, formatter: formatAxisNumber },
      splitLine: { lineStyle: { color: ruleColour } },
    },
    series: bands.map((band, index) => ({
      type: 'bar',
      stack: 'month',
      silent: true,
      barCategoryGap: '32%',
      itemStyle: { color: bandColour(band, index), borderColor: '#ffffff', borderWidth: 0.5 },
      data: band.amounts.map((amount) => (amount === null ? '-' : drawnAmount(amount))),
    })),
  };
}

function bandColour({ kind }: TrendBand, index: number): string {
  if (kind === 'unallocated') return unallocatedColour;
  return kind === 'rest' ? restColour : (bandColours[index] ?? restColour);
}
