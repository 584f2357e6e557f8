import type { Reconciliation } from './report.ts';

/** The report's sum is not the source's total, so that neither can be trusted. */
export class ReconciliationError extends Error {
  override readonly name = 'ReconciliationError';
  readonly reconciliation: Reconciliation;

  /** @param bound What the source's rounding would explain; null where it does not round. */
  constructor(reconciliation: Reconciliation, currency: string, bound: string | null = null) {
    const { sourceTotal, reportTotal, difference } = reconciliation;
    super(
      `the report does not add up to its source: the source's total is ${sourceTotal} ${currency},` +
        ` cells and unallocated are ${reportTotal} ${currency}, the difference is ${difference} ${currency}` +
        `${bound === null ? '' : `, more than the ${bound} ${currency} that rounding explains`};` +
        ` nothing is reported, read the source again and tell its owner if this stays`,
    );
    this.reconciliation = reconciliation;
  }
}
