import type { BarSeriesOption } from 'echarts/charts';
import { renderChart } from './chart.ts';
import type { ChartOption, ChartSize } from './chart.ts';
import { withoutControls } from './markup.ts';
import type { Markup } from './markup.ts';
import { inkColour, mutedColour, overColour, trackColour, withinColour } from './palette.ts';

/** Horizontal bars with a name and a figure each. */
export interface BarChart {
  /** What the chart says, for those who can't see it. */
  readonly label: string;
  readonly bars: readonly Bar[];
  /** Where the scale ends; the longest bar where not given. */
  readonly end?: number;
  /** A line across all bars. */
  readonly mark?: { readonly at: number; readonly name: string };
}

export interface Bar {
  readonly name: string;
  readonly length: number;
  readonly figure: string;
  /** Bar and figure stand out by their colour; the figure has to say why, because colour alone does not. */
  readonly alert?: boolean;
}

/** On a page names stand left of the bars, on a phone above them. */
export function renderBars(chart: BarChart): Markup {
  // Room for the name of the line.
  const top = chart.mark === undefined ? { wide: 4, narrow: 4 } : { wide: 24, narrow: 32 };
  const heights = { wide: chart.bars.length * 27 + top.wide, narrow: chart.bars.length * 40 + top.narrow };
  return renderChart(chart.label, heights, (size) => barOption(chart, top[size.name], size));
}

function barOption({ bars, end, mark }: BarChart, top: number, { name }: ChartSize): ChartOption {
  const narrow = name === 'narrow';
  const fontSize = narrow ? 11.5 : 12.5;
  // About the width of a letter; names that are longer than the most are cut.
  const nameWidth = Math.min(Math.max(...bars.map(({ name }) => name.length), 10) * 7.8, 290);
  const lengths = bars.map(({ length }) => length);
  const scaleEnd = end ?? Math.max(...lengths, 0);
  const shared = { type: 'bar', silent: true, barWidth: narrow ? 11 : 14, barGap: '-100%' } as const;
  const track = { showBackground: true, backgroundStyle: { color: trackColour } };
  // Texts hang on bars that can't be seen, so that they stand where they belong whatever the bar's length.
  const texts = (lengthOf: (bar: Bar) => number, labelOf: (bar: Bar) => BarLabel): BarSeries => ({
    ...shared,
    itemStyle: { color: 'transparent' },
    data: bars.map((bar) => ({ value: lengthOf(bar), label: { show: true, fontSize, ...labelOf(bar) } })),
  });
  return {
    grid: { left: narrow ? 0 : nameWidth + 10, right: narrow ? 116 : 120, top, bottom: 0 },
    xAxis: { type: 'value', min: Math.min(...lengths, 0), max: scaleEnd === 0 ? 1 : scaleEnd, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => withoutControls(name)),
      axisLine: { show: false },
      axisTick: { show: false },
      // Aligned left: a text's width is only guessed here, and what exceeds the guess must not be cut off.
      axisLabel: narrow
        ? { show: false }
        : {
            color: inkColour,
            fontSize,
            interval: 0,
            align: 'left',
            margin: nameWidth + 10,
            ...fitted(nameWidth * 0.9),
          },
    },
    series: [
      {
        ...shared,
        ...(mark === undefined ? {} : track),
        data: bars.map(({ length, alert }) => ({
          value: length,
          itemStyle: { color: alert ? overColour : withinColour },
        })),
        ...(mark === undefined ? {} : { markLine: markLineOf(mark) }),
      },
      texts(
        ({ length }) => (mark === undefined ? length : scaleEnd),
        ({ figure, alert }) => ({
          position: 'right',
          distance: 8,
          color: alert ? overColour : mutedColour,
          fontWeight: alert ? 'bold' : 'normal',
          formatter: plainText(figure),
        }),
      ),
      ...(narrow
        ? [
            texts(
              () => scaleEnd,
              (bar) => ({ position: [0, -16], color: inkColour, formatter: plainText(bar.name), ...fitted(310) }),
            ),
          ]
        : []),
    ],
  };
}

type BarSeries = BarSeriesOption;
type BarLabel = NonNullable<BarSeriesOption['label']>;

function fitted(width: number): { readonly width: number; readonly overflow: 'truncate' } {
  return { width, overflow: 'truncate' };
}

/** A function, because echarts would read braces in a text as its template language. */
function plainText(text: string): () => string {
  return () => withoutControls(text);
}

function markLineOf({ at, name }: NonNullable<BarChart['mark']>): NonNullable<BarSeriesOption['markLine']> {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: inkColour, type: 'solid', width: 1.25 },
    label: { formatter: name, color: mutedColour, fontSize: 11.5, position: 'start', distance: 4 },
    data: [{ xAxis: at }],
  };
}
