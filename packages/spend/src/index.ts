export { AttributionError, parseAttribution } from './parse-attribution.ts';
export { organizationAttribution } from './organization-attribution.ts';
export { AmountError, compareAmounts, subtract } from './money.ts';
export { mergeAttribution } from './attribution.ts';
export type { Attribution, BudgetedCell, Owner } from './attribution.ts';
export { SourceError, costMetrics } from './charge-source.ts';
export type { ChargeGroup, ChargeKind, ChargeSource, CostMetric, Month, SourceDescription } from './charge-source.ts';
export { formatAmount, formatShare, monthName } from './format-amount.ts';
export { inMemoryChargeSource } from './in-memory-charge-source.ts';
export { isMonth, monthsBefore, monthsBetween } from './month.ts';
export { ReconciliationError } from './reconciliation-error.ts';
export { renderCsv } from './render-csv.ts';
export { renderHtml } from './render-html.ts';
export { renderJson } from './render-json.ts';
export { renderMarkdown } from './render-markdown.ts';
export type {
  AccountCost,
  Breakdown,
  Cell,
  KindCost,
  Reconciliation,
  Rounding,
  ServiceCost,
  SpendReport,
  TrendMonth,
  Unallocated,
  UnitBreakdown,
  UnitReport,
} from './report.ts';
export { reportMonth } from './report-month.ts';
export type { ReportRequest } from './report-month.ts';
export { UnknownUnitError, reportOfUnit } from './report-of-unit.ts';
export { summaryRows } from './report-rows.ts';
export type { SummaryRow } from './report-rows.ts';
