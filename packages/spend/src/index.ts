export { SourceError, costMetrics } from './charge-source.ts';
export type { ChargeGroup, ChargeKind, ChargeSource, CostMetric, Month, SourceDescription } from './charge-source.ts';
export type { AccountCost, Attribution, Cell, Owner, Reconciliation, SpendReport, Unallocated } from './report.ts';
