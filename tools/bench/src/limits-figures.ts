import type { Bound } from './call-bound.ts';

/** What the planning program says about its work. */
export interface PlanReport {
  /** Milliseconds of planning: neither the start of Node.js nor loading modules. */
  readonly work: number;
  /** Accounts times their Regions. */
  readonly places: number;
  /** Quotas that the plan asks for. */
  readonly actions: number;
  /** Limits of which something could not be read. */
  readonly unread: number;
}

/** What the program says that reads Cost Explorer. */
export interface ExplorerReport {
  readonly groups: number;
  readonly months: number;
  /** Pages that AWS bills, 0.01 USD each. */
  readonly pages: number;
}

/** Planning the limits of one organization, beside the time that AWS's rates take. */
export interface LimitsFigures {
  readonly name: string;
  /** All of the organization, with the one that manages it. */
  readonly accounts: number;
  readonly places: number;
  readonly actions: number;
  /** Calls by operation, of the last run. */
  readonly calls: Readonly<Record<string, number>>;
  /** Calls that were refused, of those. */
  readonly refused: number;
  readonly runs: number;
  /** Milliseconds of planning, over the runs. */
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  readonly bound: Bound;
  /** Planning by the bound. */
  readonly ratio: number;
  /** Largest resident set of the planning process in bytes, the median of the runs. */
  readonly peakMemory: number;
  readonly explorer: ExplorerReport;
}

/**
 * Reads what the planning program wrote.
 *
 * @throws Error where it could not read everything: what was refused takes no time
 */
export function parsePlanReport(name: string, output: string): PlanReport {
  const report = JSON.parse(output) as PlanReport;
  if (report.unread === 0) return report;
  throw new Error(`plan of ${name}: everything has to be read to be timed, got ${report.unread} limits that were not`);
}
