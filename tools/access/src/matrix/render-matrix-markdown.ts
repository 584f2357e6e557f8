import { classNames } from '../simulate/action-classes.ts';
import type { Cell } from './matrix.ts';
import { type MatrixRow, rowsByAccount } from './matrix-rows.ts';

/** The matrix for a person: a table per account, and under it the statements that its cells point to. */
export function renderMatrixMarkdown(cells: readonly Cell[], title: string): string {
  return [
    `# ${title}`,
    '',
    'all: every action that stands for the class; some: some of them; if: under conditions only; –: none. Numbers point',
    'to what decided. any-administrator is whom somebody could make there, root is the root user.',
    ...[...rowsByAccount(cells)].flatMap(([account, rows]) => renderAccount(account, rows)),
    '',
  ].join('\n');
}

function renderAccount(account: string, rows: readonly MatrixRow[]): readonly string[] {
  const numbers = new Map<string, number>();
  const numberOf = (reason: string) => {
    const number = numbers.get(reason) ?? numbers.size + 1;
    numbers.set(reason, number);
    return number;
  };
  const cellText = (cell: Cell | undefined) =>
    cell === undefined
      ? ''
      : `${cell.decision === 'no' ? '–' : cell.decision} <sup>${cell.because.map(numberOf).join(' ')}</sup>`;
  const lines = rows.map(
    ({ principal, cells }) => `| ${principal} | ${classNames.map((name) => cellText(cells.get(name))).join(' | ')} |`,
  );
  return [
    '',
    `## ${account}`,
    '',
    `| who | ${classNames.join(' | ')} |`,
    `| --- |${classNames.map(() => ' --- |').join('')}`,
    ...lines,
    '',
    ...[...numbers].map(([reason, number]) => `${number}. ${reason}`),
  ];
}
