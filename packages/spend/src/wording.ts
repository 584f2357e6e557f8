import type { ChargeKind, CostMetric } from './charge-source.ts';
import { formatAmount, formatChange, formatShare, groupDigits, monthName, noFigure } from './format-amount.ts';
import { budgetLines } from './budget-lines.ts';
import { monthsBefore } from './month.ts';
import type { Rounding, SpendReport, UnitReport } from './report.ts';

export const metricWords: Record<CostMetric, string> = {
  billed: 'Billed cost: what is invoiced',
  effective: 'Effective cost: commitments spread over the usage they cover',
  list: 'List cost: public on-demand prices',
};

export const kindWords: Record<ChargeKind, string> = {
  usage: 'Usage',
  purchase: 'Purchases and commitments',
  credit: 'Credits',
  refund: 'Refunds',
  tax: 'Tax',
  support: 'Support',
  adjustment: 'Adjustments',
};

export const unnamedService = '(no service named)';
export const withoutServices = 'The source does not tell which services these charges are for.';
export const unnamedAccount = '(no name)';

/** `acme`, or `acme / retail` for a unit's report. */
export function reportName(report: SpendReport | UnitReport): string {
  return report.scope === 'unit' ? `${report.organization} / ${report.unit}` : report.organization;
}

export function settledWords({ settled }: SpendReport | UnitReport): string {
  return settled ? 'Month closed' : 'Month still open: figures may change';
}

export function reconciliationWords(report: SpendReport | UnitReport): string {
  if (report.scope === 'unit') return "Part of the organization's report, which reconciles to its source.";
  const { sourceTotal, reportTotal, difference } = report.reconciliation;
  const rounding = report.rounding === null ? '' : ` (${roundingWords(report.rounding, report.currency)})`;
  return `Reconciled: source ${sourceTotal}, report ${reportTotal}${rounding}, difference ${difference} ${report.currency}.`;
}

/** The exact amount and its bound: rounded to cents they would say nothing. */
export function roundingWords({ cost, bound }: Rounding, currency: string): string {
  return `of which ${cost} ${currency} is rounding by the source, which explains up to ${bound}`;
}

/** Rounding as a row of a table in which amounts are the last column; none where there is none. */
export function roundingRows(report: SpendReport | UnitReport): readonly (readonly [name: string, cost: string])[] {
  return report.scope === 'unit' || report.rounding === null ? [] : [['Rounding', formatAmount(report.rounding.cost)]];
}

/** Whether a table of services would say anything: Cost Explorer, for one, names none. */
export function namesServices({ services }: SpendReport | UnitReport): boolean {
  return services.length === 0 || services.some(({ service }) => service !== null);
}

/** What the report was made of: `FOCUS 1.2 CSV, 2 files, 1,234 rows`. */
export function sourceWords({ source }: SpendReport): string {
  const { format, files, rows } = source;
  const counted = files.length === 0 ? [] : [`${files.length} ${files.length === 1 ? 'file' : 'files'}`];
  return [format, ...counted, `${groupDigits(String(rows))} rows`].join(', ');
}

/** The sentences that a reader in a hurry needs. */
export function headline(report: SpendReport | UnitReport): readonly string[] {
  const { currency, month, total, previousTotal } = report;
  const change = formatChange(total, previousTotal);
  const before = monthName(monthsBefore(month, 1));
  const compared =
    previousTotal === null
      ? `; ${before} is not in the source`
      : `, ${change === noFigure ? 'after' : `${change} from`} ${formatAmount(previousTotal)} in ${before}`;
  const budgets = budgetLines(report);
  const over = budgets.filter((line) => line.over !== null);
  const named = over.slice(0, 3).map(({ unit, phase }) => `${unit} / ${phase}`);
  const more = over.length > named.length ? ` and ${over.length - named.length} more` : '';
  const which = named.join(', ') + more;
  return [
    `${reportName(report)} spent ${formatAmount(total)} ${currency} in ${monthName(month)}${compared}.`,
    ...(budgets.length === 0 ? [] : [`${over.length} of ${budgets.length} budgets exceeded${which && `: ${which}`}.`]),
    ...(report.scope === 'organization' && hasUnallocated(report) ? [unallocatedWords(report)] : []),
  ];
}

function unallocatedWords({ unallocated, total, currency }: SpendReport): string {
  const share = formatShare(unallocated.cost, total);
  return `${formatAmount(unallocated.cost)} ${currency}${share === noFigure ? '' : ` (${share})`} stand unallocated.`;
}

/** Whether anything stands unallocated, also where it adds up to zero. */
export function hasUnallocated({ unallocated }: SpendReport): boolean {
  return unallocated.accounts.length > 0 || unallocated.cost !== '0' || unallocated.withoutAccount !== '0';
}
