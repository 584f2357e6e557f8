import { compareAmounts, magnitude, subtract, sum } from './money.ts';
import { ReconciliationError } from './reconciliation-error.ts';
import type { Reconciliation, Rounding } from './report.ts';

/** A report's rows and the total that they have to add up to, all decimal text. */
export interface Reconcilable {
  readonly sourceTotal: string;
  readonly rows: readonly string[];
  /** What the source's rounding explains; null where the source does not round. */
  readonly bound: string | null;
  readonly currency: string;
}

/** Makes rows and total equal by a row of rounding, or throws a `ReconciliationError` where rounding is no excuse. */
export function reconcile({ sourceTotal, rows, bound, currency }: Reconcilable): {
  readonly reconciliation: Reconciliation;
  readonly rounding: Rounding | null;
} {
  const total = sum([sourceTotal]);
  const reportTotal = sum(rows);
  const difference = subtract(total, reportTotal);
  if (difference === '0') return { reconciliation: { sourceTotal: total, reportTotal, difference }, rounding: null };
  if (bound === null || compareAmounts(magnitude(difference), bound) > 0) {
    throw new ReconciliationError({ sourceTotal: total, reportTotal, difference }, currency, bound);
  }
  const rounding = { cost: difference, bound };
  const added = sum([...rows, rounding.cost]);
  return {
    reconciliation: { sourceTotal: total, reportTotal: added, difference: subtract(total, added) },
    rounding,
  };
}
