import { type Change, type OrganizationChanges, isEmpty } from '@bulkhead/model';
import stringWidth from 'string-width';
import { coloursFor } from './colours.ts';
import { wrapped } from './wrapped.ts';
import { renderTable, terminalWidth, withSeparators } from './terminal.ts';

interface Row {
  readonly what: string;
  readonly property: string;
  readonly before: string;
  readonly after: string;
}

const columnsOf = (heading: string) => [
  { title: heading, cell: ({ what }: Row) => what },
  { title: '', cell: ({ property }: Row) => property },
  { title: 'before', cell: ({ before }: Row) => before },
  { title: 'after', cell: ({ after }: Row) => after },
];

/** What changes between two definitions, as text: accounts, settings, limits, budgets, people, pipelines. */
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
    { heading: 'people', rows: changes.people.map((change) => row(change.user, change.property, change, text)) },
    {
      heading: 'roles',
      rows: changes.reaches.map(({ user, role, account, change }) => moved(user, `${role} in ${account}`, change)),
    },
    {
      heading: 'pipelines',
      rows: changes.pipelines.map(({ repository, source, account, change }) =>
        moved(repository, `${source} to ${account}`, change),
      ),
    },
    {
      heading: 'stores and workloads',
      rows: changes.contents.map((change) => row(change.account, change.property, change, text)),
    },
    { heading: 'grants', rows: changes.grants.map((change) => row(change.name, change.property, change, text)) },
    {
      heading: 'exceptions',
      rows: changes.exceptions.map((change) => row(change.name, change.property, change, text)),
    },
  ].filter(({ rows }) => rows.length > 0);
  return `${[
    ...(sections.length > 0 ? [sections.join('\n')] : []),
    ...(changes.enterprise.length > 0 ? [settings(changes.enterprise, width)] : []),
    ...tables.map(({ heading, rows }) => tableOf(heading, rows, width)),
  ].join('\n\n')}\n`;
}

/** Lists of Regions can be too long for a row: then every change has lines of its own. */
function tableOf(heading: string, rows: readonly Row[], width: number = terminalWidth()): string {
  const table = renderTable(columnsOf(heading), [{ rows }], width);
  if (table.split('\n').every((line) => stringWidth(line) <= width)) return table;
  const lines = rows.flatMap(({ what, property, before, after }) => [
    wrapped(`  ${what}  ${property}`, width),
    ...(before === nothing ? [] : [wrapped(`    - ${before}`, width)]),
    ...(after === nothing ? [] : [wrapped(`    + ${after}`, width)]),
  ]);
  return [heading, ...lines].join('\n');
}

/** Settings can be long texts: each has lines of its own instead of a row. */
function settings(changes: OrganizationChanges['enterprise'], width?: number): string {
  const lines = changes.flatMap(({ property, before, after }) => [
    `  ${property}`,
    ...(before === undefined ? [] : [wrapped(`    - ${before}`, width)]),
    ...(after === undefined ? [] : [wrapped(`    + ${after}`, width)]),
  ]);
  return ['enterprise', ...lines].join('\n');
}

function row<Value>(what: string, property: string, change: Change<Value>, show: (value: Value) => string): Row {
  const shown = (value: Value | undefined) => (value === undefined ? nothing : show(value));
  return { what, property, before: shown(change.before), after: shown(change.after) };
}

/** What somebody could and can do. */
function moved(what: string, property: string, change: 'gains' | 'loses'): Row {
  return { what, property, ...(change === 'gains' ? { before: 'no', after: 'yes' } : { before: 'yes', after: 'no' }) };
}

/** In the place of a value that isn't there. */
const nothing = '-';
const text = (value: string) => value;
const number = (value: number) => withSeparators(String(value));
const money = withSeparators;
