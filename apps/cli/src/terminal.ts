import Table from 'cli-table3';
import { coloursFor } from './colours.ts';
import stringWidth from 'string-width';

/** A column of a table for a terminal. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Left out where the terminal is too narrow, the highest number first; a column without it always stands. */
  readonly leaveOut?: number;
}

/** Rows under a heading. */
export interface Section<Row> {
  readonly heading?: string;
  readonly rows: readonly Row[];
}

/** Characters in a line of the terminal; 120 where output goes to a file. */
export function terminalWidth(): number {
  const width = Number(process.env['COLUMNS'] ?? process.stdout.columns);
  return Number.isInteger(width) && width > 20 ? width : 120;
}

/** A table without borders that fits into the width, by leaving out the columns that matter least. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  sections: readonly Section<Row>[],
  width: number = terminalWidth(),
): string {
  const rows = sections.flatMap((section) => section.rows);
  const colours = coloursFor(process.stdout);
  const fitting = fit(columns, rows, width);
  const table = new Table({
    head: fitting.map(({ title }) => colours.dim(title)),
    colAligns: fitting.map(({ align }) => align ?? 'left'),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: borderless,
  });
  for (const { heading, rows: sectionRows } of sections) {
    if (heading !== undefined) table.push([{ colSpan: fitting.length, content: `\n${colours.bold(heading)}` }]);
    table.push(...sectionRows.map((row) => fitting.map(({ cell }) => printable(cell(row)))));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

// A name can come from a file of somebody else; it must not steer the terminal.
const printable = (text: string) => text.replace(/\p{Cc}/gu, '\uFFFD');

function fit<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): readonly Column<Row>[] {
  const widths = columns.map(({ title, cell }) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(cell(row)))),
  );
  const total = widths.reduce((sum, each) => sum + each + gap.length, -gap.length);
  const last = columns.reduce<Column<Row> | undefined>(
    (most, column) => ((column.leaveOut ?? 0) > (most?.leaveOut ?? 0) ? column : most),
    undefined,
  );
  if (total <= width || !last) return columns;
  return fit(
    columns.filter((column) => column !== last),
    rows,
    width,
  );
}

const gap = '  ';
const borderless = {
  ...Object.fromEntries(
    ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) => [
      [side, ''],
      [`${side}-mid`, ''],
      [`${side}-left`, ''],
      [`${side}-right`, ''],
    ]),
  ),
  'left-mid': '',
  'mid-mid': '',
  'right-mid': '',
  middle: gap,
};

/** 1234567.5 as `1,234,567.5`. Takes decimal text, so that money never passes through a float. */
export function withSeparators(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
