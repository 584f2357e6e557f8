import type { Grant } from '@bulkhead/model';
import { type Column, renderTable, terminalWidth } from '../terminal.ts';
import { wrapped } from '../wrapped.ts';

const columns: readonly Column<Grant>[] = [
  { title: 'grant', cell: ({ name }) => name },
  { title: 'lets', cell: ({ from }) => `${from.unit} ${from.phase} ${from.role}` },
  { title: 'do', cell: ({ what }) => what },
  { title: 'with', cell: ({ to }) => to.name },
  { title: 'which is a', cell: ({ to }) => to.kind, leaveOut: 2 },
  { title: 'data', cell: ({ to }) => to.data, leaveOut: 3 },
  { title: 'until', cell: ({ until }) => until ?? '-', leaveOut: 1 },
];

/** Grants as a table: by account that lets others in, in the order of its unit and phase. */
export function renderGrants(
  organization: string,
  grants: readonly Grant[],
  unit: string | undefined,
  width: number = terminalWidth(),
): string {
  const whose = unit === undefined ? '' : ` from or to ${unit}`;
  if (grants.length === 0) return `${organization}: nothing crosses accounts${whose}\n`;
  const accounts = [...new Set(grants.map(({ to }) => to.account))];
  const sections = accounts.map((account) => {
    const rows = grants.filter(({ to }) => to.account === account);
    const [first] = rows;
    return { heading: first ? `${first.to.unit} in ${first.to.phase}` : account, rows };
  });
  const title = wrapped(`${organization}: ${counted(grants.length, 'grant')}${whose}${ends(grants)}`, width);
  const why = sections.flatMap(({ rows }) => rows.map(({ name, reason }) => wrapped(`  ${name}: ${reason}`, width)));
  return `${title}\n\n${renderTable(columns, sections, width)}\n\nwhy\n${why.join('\n')}\n`;
}

function ends(grants: readonly Grant[]): string {
  const ending = grants.flatMap(({ name, until }) => (until === undefined ? [] : [`${name} on ${until}`]));
  if (ending.length === 0) return '';
  return `, ${ending.length} of them ${ending.length === 1 ? 'ends' : 'end'}: ${ending.join(', ')}`;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
