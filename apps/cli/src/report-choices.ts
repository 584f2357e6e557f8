import type { CostMetric } from '@bulkhead/spend';

// Written out here, so that commands which draw no chart start without the packages that do: half the time.

/** Costs that a report can be about. */
export const costMetrics = ['billed', 'effective', 'list'] as const satisfies readonly CostMetric[];

/** What a report can be written as. */
export const reportFormats = ['html', 'csv', 'json', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];
