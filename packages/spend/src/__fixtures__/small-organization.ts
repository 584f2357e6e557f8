import type { Attribution } from '../attribution.ts';
import type { ChargeGroup, ChargeSource } from '../charge-source.ts';
import { inMemoryChargeSource } from '../in-memory-charge-source.ts';
import { reportMonth } from '../report-month.ts';
import type { SpendReport } from '../report.ts';

/** Two units and three accounts, and charges as a test needs them. */
export const month = '2026-10';
export const attribution: Attribution = {
  owners: new Map([
    ['1', { unit: 'retail', phase: 'dev' }],
    ['2', { unit: 'retail', phase: 'prod' }],
    ['3', { unit: 'bi', phase: 'prod' }],
  ]),
  cells: [
    { unit: 'retail', phase: 'dev', budget: '100' },
    { unit: 'retail', phase: 'prod', budget: null },
    { unit: 'bi', phase: 'sandbox', budget: '5' },
  ],
};

export function charge(accountId: string | null, cost: string, rest: Partial<ChargeGroup> = {}): ChargeGroup {
  return { month, accountId, accountName: `name-${accountId}`, service: 'EC2', kind: 'usage', cost, ...rest };
}

export function report(charges: readonly ChargeGroup[], source?: ChargeSource): Promise<SpendReport> {
  const from = source ?? inMemoryChargeSource(charges, { months: [month] });
  return reportMonth({ organization: 'acme', month, metric: 'billed', attribution, source: from });
}
