/** What a program says about its work, as JSON on standard output. */
export interface WorkReport {
  /** Milliseconds of the work itself: neither the start of Node.js nor loading modules. */
  readonly work: number;
  /** Charges that were read. */
  readonly rows: number;
  /** Sum of their costs as decimal text; null where the program computes something else. */
  readonly total: string | null;
}

/** Does the work and writes how long it took. */
export async function reportWork(doWork: () => Promise<Omit<WorkReport, 'work'>>): Promise<void> {
  const start = performance.now();
  const { rows, total } = await doWork();
  const report: WorkReport = { work: performance.now() - start, rows, total };
  process.stdout.write(JSON.stringify(report));
}

/** Reads what `reportWork` wrote. */
export const parseWorkReport = (output: string) => JSON.parse(output) as WorkReport;
