import { SourceError } from '@bulkhead/spend';
import type { Month, SourceDescription } from '@bulkhead/spend';
import type { SurveyedMonth } from './survey.ts';

/**
 * What the surveyed files hold together. Throws a `SourceError` that lists everything which keeps them from being one
 * bill: no charges, no month, several currencies, the same bill in two formats.
 */
export function describeSource(files: readonly string[], surveyed: readonly SurveyedMonth[]): SourceDescription {
  const problems = [...monthProblems(surveyed), ...currencyProblems(surveyed), ...twiceBilled(surveyed)];
  if (surveyed.length === 0) problems.push(`no charges in ${files.join(', ')}; there is nothing to report on`);
  if (problems.length > 0) throw new SourceError(problems.join('\n'));
  const months = [...new Set(surveyed.map(monthIn))].sort();
  const last = surveyed.map((part) => part.lastChargeStart ?? '').reduce((a, b) => (a > b ? a : b), '');
  return {
    format: [...new Set(surveyed.map(({ relation }) => relation.name))].sort().join(', '),
    files,
    rows: surveyed.reduce((sum, part) => sum + part.rows, 0),
    months,
    currency: surveyed.flatMap(({ currencies }) => currencies)[0] ?? '',
    settledMonths: months.filter((month) =>
      isSettled(
        month,
        surveyed.filter((part) => part.month === month),
        last,
      ),
    ),
  };
}

function monthIn(part: SurveyedMonth): Month {
  return part.month ?? '';
}

function monthProblems(surveyed: readonly SurveyedMonth[]): string[] {
  return surveyed
    .filter(({ month }) => month === null || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    .map(
      ({ month, rows, relation }) =>
        `${rows} rows of ${relation.files.join(', ')} have no billing period that begins YYYY-MM, got: ${month ?? 'nothing'}`,
    );
}

function currencyProblems(surveyed: readonly SurveyedMonth[]): string[] {
  const currencies = [...new Set(surveyed.flatMap((part) => part.currencies))].sort();
  if (currencies.length > 1) {
    return [`charges in several currencies, ${currencies.join(', ')}; give the exports of one currency at a time`];
  }
  return currencies.length === 0 && surveyed.length > 0 ? ['no charge has a currency; check the export'] : [];
}

/** An organization can have a FOCUS and a CUR export of one bill; a folder above both would count it twice. */
function twiceBilled(surveyed: readonly SurveyedMonth[]): string[] {
  const bills = new Map<string, Set<string>>();
  for (const { payerId, month, relation } of surveyed) {
    if (payerId === null || month === null) continue;
    const bill = `the bill of payer ${payerId} for ${month}`;
    bills.set(bill, (bills.get(bill) ?? new Set()).add(relation.format.name));
  }
  return [...bills]
    .filter(([, formats]) => formats.size > 1)
    .map(([bill, formats]) => `${bill} is there twice, as ${[...formats].sort().join(' and ')}; give one of them`);
}

/**
 * AWS issues invoices, and with them invoice ids, when it closes a month, and may rewrite a month for two weeks after
 * its end (Data Exports user guide, export delivery). No clock: the charges themselves say how late it is.
 */
function isSettled(month: Month, parts: readonly SurveyedMonth[], lastChargeStart: string): boolean {
  const over = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 15)).toISOString().slice(0, 10);
  const invoiced = parts.every((part) => part.relation.columns.hasInvoices && part.invoicedRows === part.rows);
  return invoiced || lastChargeStart >= over;
}
