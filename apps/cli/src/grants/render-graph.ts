import type { Grant } from '@bulkhead/model';

/** Text that Mermaid (as in a README) or Graphviz draw. */
export type GraphFormat = 'mermaid' | 'dot';

interface Account {
  readonly name: string;
  readonly unit: string;
  readonly phase: string;
}

/** Accounts by unit, and an arrow for each grant from who may to what is reached; dashed where it ends. */
export function renderGraph(grants: readonly Grant[], format: GraphFormat): string {
  const units = unitsOf(grants);
  return `${(format === 'mermaid' ? mermaid : dot)(grants, units).join('\n')}\n`;
}

type Units = ReadonlyMap<string, readonly Account[]>;

/** Accounts that are an end of a grant, by unit. */
function unitsOf(grants: readonly Grant[]): Units {
  const accounts = new Map<string, Account>();
  for (const { from, to } of grants) {
    for (const { account, unit, phase } of [to, from]) accounts.set(account, { name: account, unit, phase });
  }
  const units = new Map<string, readonly Account[]>();
  for (const account of accounts.values()) units.set(account.unit, [...(units.get(account.unit) ?? []), account]);
  return units;
}

const label = ({ from, to, what, until }: Grant) =>
  `${from.role}: ${what} ${to.name}${until === undefined ? '' : ` until ${until}`}`;

// a hyphen stands in arrows, and some words mean something to Mermaid
const id = (kind: 'account' | 'unit', name: string) => `${kind}_${name.replaceAll('-', '_')}`;

function mermaid(grants: readonly Grant[], units: Units): readonly string[] {
  return [
    'flowchart LR',
    ...[...units].flatMap(([unit, accounts]) => [
      `  subgraph ${id('unit', unit)}["${unit}"]`,
      ...accounts.map(({ name, phase }) => `    ${id('account', name)}["${phase}"]`),
      '  end',
    ]),
    ...grants.map((grant) => {
      const arrow = grant.until === undefined ? '-->' : '-.->';
      return `  ${id('account', grant.from.account)} ${arrow}|"${label(grant)}"| ${id('account', grant.to.account)}`;
    }),
  ];
}

function dot(grants: readonly Grant[], units: Units): readonly string[] {
  return [
    'digraph grants {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...[...units].flatMap(([unit, accounts]) => [
      `  subgraph "cluster_${unit}" {`,
      `    label="${unit}";`,
      ...accounts.map(({ name, phase }) => `    "${name}" [label="${phase}"];`),
      '  }',
    ]),
    ...grants.map((grant) => {
      const style = grant.until === undefined ? '' : ', style=dashed';
      return `  "${grant.from.account}" -> "${grant.to.account}" [label="${label(grant)}"${style}];`;
    }),
    '}',
  ];
}
