import type { Attribution } from '../attribution.ts';
import { inMemoryChargeSource } from '../in-memory-charge-source.ts';
import { reportMonth } from '../report-month.ts';
import type { SpendReport } from '../report.ts';

/** A report for the tests of rendering, in which everything that a bill can name is called like that. */
export function reportWithNames(name: string, cost = '10'): Promise<SpendReport> {
  const attribution: Attribution = {
    owners: new Map([[name, { unit: name, phase: name }]]),
    cells: [{ unit: name, phase: name, budget: '5' }],
  };
  const charge = { month: '2026-10', accountName: name, service: name, kind: 'usage' as const, cost };
  const source = inMemoryChargeSource(
    [
      { ...charge, accountId: name },
      { ...charge, accountId: `${name} stray`, accountName: null },
    ],
    { format: name, files: [name], currency: 'USD' },
  );
  return reportMonth({ organization: name, month: '2026-10', metric: 'billed', attribution, source });
}
