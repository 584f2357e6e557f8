import { matches } from './evaluate-policy.ts';
import { randomNumbers } from './random.ts';

/** Something that goes wrong with calls. */
export interface Fault {
  /** Operations that it hits: `organizations:AttachPolicy`, `servicequotas:*`; by default all. */
  readonly operation?: string;
  /** The caller's account; by default any. */
  readonly accountId?: string;
  /**
   * - `throttle`: refused as the service refuses what comes too fast
   * - `unavailable`: 503
   * - `refuse`: refused with `code`
   * - `drop`: the connection breaks, nothing was carried out
   * - `drop-after`: it was carried out, and then the connection breaks
   * - `hang`: no answer ever comes, nothing was carried out
   * - `delay`: it is carried out after so many `milliseconds`
   */
  readonly kind: 'throttle' | 'unavailable' | 'refuse' | 'drop' | 'drop-after' | 'hang' | 'delay';
  /** The code of `refuse`, and its HTTP status (400). */
  readonly code?: string;
  readonly status?: number;
  /** How long a `delay` is (1,000). */
  readonly milliseconds?: number;
  /** The fitting call that it hits, counted from 1, and only that one. */
  readonly at?: number;
  /** Share of the fitting calls that it hits, from 0 to 1; all of them where neither this nor `at` is given. */
  readonly rate?: number;
}

export interface Faults {
  /** Replaces every fault; calls are counted anew. */
  set(faults: readonly Fault[], seed?: number): void;
  clear(): void;
  /** The fault that hits a call, if any; the first one that fits wins. */
  next(operation: string, accountId: string | undefined): Fault | undefined;
}

export function openFaults(): Faults {
  let armed: { readonly fault: Fault; seen: number }[] = [];
  let random = randomNumbers(1);
  return {
    set(faults, seed = 1) {
      armed = faults.map((fault) => ({ fault, seen: 0 }));
      random = randomNumbers(seed);
    },
    clear() {
      armed = [];
    },
    next(operation, accountId) {
      const fitting = armed.filter(
        ({ fault }) =>
          matches(fault.operation ?? '*', operation) &&
          (fault.accountId === undefined || fault.accountId === accountId),
      );
      for (const each of fitting) each.seen += 1;
      return fitting.find(({ fault, seen }) =>
        fault.at === undefined ? random() < (fault.rate ?? 1) : fault.at === seen,
      )?.fault;
    },
  };
}
