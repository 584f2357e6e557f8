import { type Change, type OrganizationChanges, isEmpty } from '@bulkhead/model';
import { coloursFor } from './colours.ts';
import { renderTable, withSeparators } from './terminal.ts';

interface Row {
  readonly what: string;
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

const columns = [
  { title: 'account', cell: ({ what }: Row) => what },
  { title: '', cell: ({ property }: Row) => property },
  { title: 'before', cell: ({ before }: Row) => before },
  { title: 'after', cell: ({ after }: Row) => after },
];

/** What changes between two definitions, as text: accounts, limits, budgets. */
export function renderChanges(changes: OrganizationChanges, width?: number): string {
  if (isEmpty(changes)) return 'nothing changes\n';
  const colours = coloursFor(process.stdout);
  const sections = [
    ...(changes.added.length > 0 ? [colours.green(`+ ${changes.added.map(({ name }) => name).join(`\n+ `)}`)] : []),
    ...(changes.removed.length > 0 ? [colours.red(`- ${changes.removed.map(({ name }) => name).join('\n- ')}`)] : []),
  ];
  const tables = [
    { heading: 'accounts', rows: changes.changed.map((change) => row(change.account, change.property, change, text)) },
    {
      heading: 'limits',
      rows: changes.limits.map((change) =>
        row(change.account, `${change.of} in ${change.region}, ${change.unit}`, change, number),
      ),
    },
    { heading: 'budgets', rows: changes.budgets.map((change) => row(change.account, 'USD a month', change, money)) },
  ].filter(({ rows }) => rows.length > 0);
  return `${[...sections, ...(tables.length > 0 ? [renderTable(columns, tables, width)] : [])].join('\n')}\n`;
}

function row<Value>(what: string, property: string, change: Change<Value>, show: (value: Value) => string): Row {
  const shown = (value: Value | undefined) => (value === undefined ? '-' : show(value));
  return { what, property, before: shown(change.before), after: shown(change.after) };
}

const text = (value: string) => value;
const number = (value: number) => withSeparators(String(value));
const money = withSeparators;
