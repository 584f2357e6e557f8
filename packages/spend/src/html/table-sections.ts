import type { ChargeKind } from '../charge-source.ts';
import { formatAmount, formatKnownAmount, formatShare } from '../format-amount.ts';
import type { SpendReport, UnitReport } from '../report.ts';
import { unitPhaseGrid } from '../unit-phase-grid.ts';
import { hasUnallocated, kindWords, roundingRows, unnamedAccount } from '../wording.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { renderTable } from './table.ts';
import type { TableRow } from './table.ts';

export function renderUnitsAndPhases(report: SpendReport | UnitReport): Markup {
  const { phases, rows, phaseTotals, total } = unitPhaseGrid(report);
  const blanks = phases.map(() => '');
  const share = (cost: string) => formatShare(cost, report.total);
  const allUnits: TableRow = {
    cells: ['All units', formatAmount(total), share(total), ...phaseTotals.map(formatAmount)],
    tone: 'total',
  };
  const below: readonly TableRow[] =
    report.scope === 'unit'
      ? []
      : [
          allUnits,
          {
            cells: ['Unallocated', formatAmount(report.unallocated.cost), share(report.unallocated.cost), ...blanks],
            tone: 'aside',
          },
          ...roundingRows(report).map(([name, cost]): TableRow => ({
            cells: [name, cost, '', ...blanks],
            tone: 'aside',
          })),
          { cells: ['Total', formatAmount(report.total), share(report.total), ...blanks], tone: 'total' },
        ];
  const table = renderTable({
    caption: `Spend by business unit and phase in ${report.currency}`,
    // totals first: they stay in sight where many phases make the table scroll
    header: ['Business unit', 'Total', 'Share', ...phases],
    textColumns: 1,
    rows: [
      ...rows.map(({ unit, costs, total }) => ({
        cells: [unit, formatAmount(total), share(total), ...costs.map(formatKnownAmount)],
      })),
      ...below,
    ],
  });
  return markup`<section><h2>By business unit and phase</h2>${table}</section>`;
}

const apart: ReadonlySet<ChargeKind> = new Set(['credit', 'refund', 'tax', 'support']);

export function renderKinds(report: SpendReport | UnitReport): Markup {
  const { kinds, total, currency } = report;
  if (kinds.length === 0) return markup``;
  const table = renderTable({
    caption: `Cost by kind of charge in ${currency}`,
    header: ['Kind', 'Cost', 'Share'],
    textColumns: 1,
    rows: [
      ...kinds.map(({ kind, cost }) => ({
        cells: [kindWords[kind], formatAmount(cost), formatShare(cost, total)],
        tone: apart.has(kind) ? ('aside' as const) : ('plain' as const),
      })),
      ...roundingRows(report).map(([name, cost]) => ({ cells: [name, cost, ''], tone: 'aside' as const })),
      { cells: ['Total', formatAmount(total), formatShare(total, total)], tone: 'total' },
    ],
  });
  return markup`<section><h2>Kinds of charge</h2>
<p class="note">Credits, refunds, tax and support stand apart from usage; the total contains them.</p>
${table}</section>`;
}

export function renderUnallocated(report: SpendReport): Markup {
  const { accounts, withoutAccount, cost } = report.unallocated;
  if (!hasUnallocated(report)) {
    return markup`<section><h2>Unallocated</h2>
<p class="note">Nothing: every charge belongs to an account of the organization.</p></section>`;
  }
  const table = renderTable({
    caption: `Charges that belong to no account of the organization, in ${report.currency}`,
    header: ['Account', 'Name', 'Cost'],
    textColumns: 2,
    rows: [
      ...accounts.map(({ id, name, cost }) => ({ cells: [id, name ?? unnamedAccount, formatAmount(cost)] })),
      { cells: ['Charges without an account', '', formatAmount(withoutAccount)], tone: 'aside' },
      { cells: ['Total', '', formatAmount(cost)], tone: 'total' },
    ],
  });
  return markup`<section><h2>Unallocated</h2>
<p class="note">Accounts that the organization does not describe, and charges that name no account.</p>
${table}</section>`;
}

export function renderAccounts({ cells, currency }: SpendReport | UnitReport): Markup {
  const rows = cells.flatMap(({ unit, phase, accounts }) =>
    accounts.map(({ id, name, cost }) => ({
      cells: [`${unit} / ${phase}`, id, name ?? unnamedAccount, formatAmount(cost)],
    })),
  );
  if (rows.length === 0) return markup``;
  const table = renderTable({
    caption: `Cost by account in ${currency}`,
    header: ['Unit / phase', 'Account', 'Name', 'Cost'],
    textColumns: 3,
    rows,
  });
  return markup`<section><h2>Accounts</h2>${table}</section>`;
}
