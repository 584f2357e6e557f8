import type { CostMetric } from '@bulkhead/spend';

// Written out here, so that commands which draw no chart start without the packages that do: half the time.

/** Costs that a report can be about. */
export const costMetrics = ['billed', 'effective', 'list'] as const satisfies readonly CostMetric[];

/** Where a report can come from. */
export const reportSources = ['export', 'cost-explorer'] as const;
export type ReportSource = (typeof reportSources)[number];

/** What a report can be written as. */
export const reportFormats = ['html', 'csv', 'json', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];
