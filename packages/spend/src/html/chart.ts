import { BarChart } from 'echarts/charts';
import type { BarSeriesOption } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import type { GridComponentOption } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapedMarkup, markup } from './markup.ts';
import type { Markup } from './markup.ts';

export type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption>;

export interface ChartSize {
  readonly name: 'wide' | 'narrow';
  readonly width: number;
  readonly height: number;
}

/**
 * The chart drawn twice, for a page and for a phone, because text in a scaled-down drawing can't be read; the style
 * sheet shows one of them. Both carry the label as their text alternative.
 */
export function renderChart(
  label: string,
  heights: { readonly wide: number; readonly narrow: number },
  optionFor: (size: ChartSize) => ChartOption,
): Markup {
  const sizes: readonly ChartSize[] = [
    { name: 'wide', width: 880, height: heights.wide },
    { name: 'narrow', width: 350, height: heights.narrow },
  ];
  const drawings = sizes.map(
    (size) => markup`<div class="chart ${size.name}">${drawSvg(label, size, optionFor(size))}</div>`,
  );
  return markup`${drawings}`;
}

/**
 * An amount as geometry, to the cent: echarts fails on scales of less than 1e-20, which a bill can have. Figures that
 * are read come from the decimal text.
 */
export function drawnAmount(amount: string): number {
  return Math.round(Number(amount) * 100) / 100;
}

function drawSvg(label: string, { width, height }: ChartSize, option: ChartOption): Markup {
  use([BarChart, GridComponent, MarkLineComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  let svg: string;
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...option });
    svg = chart.renderToSVGString();
  } finally {
    // A chart that is not disposed keeps the process alive.
    chart.dispose();
  }
  // Class names count on from chart to chart in one process and serve hovering only; echarts escapes texts itself,
  // so neither pattern occurs in one.
  const plain = svg.replace(/<style[\s\S]*?<\/style>\n?/g, '').replace(/ (class|ecmeta_\w+)="[^"]*"/g, '');
  const opening = markup`<svg viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="${label}" xmlns="http://www.w3.org/2000/svg">`;
  return escapedMarkup(plain.replace(/^<svg[^>]*>/, () => opening.html));
}
