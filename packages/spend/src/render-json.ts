import type { SpendReport, UnitReport } from './report.ts';

/** The report itself: exact amounts as decimal strings, keys in the order of the type, a newline at the end. */
export function renderJson(report: SpendReport | UnitReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
