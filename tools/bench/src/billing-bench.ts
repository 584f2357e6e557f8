import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseOrganization } from '@bulkhead/model';
import { writeSampleExport } from '@bulkhead/sample-billing';
import { type Comparison, comparisonsOf } from './comparison.ts';
import { type Contest, type Contestant, runContest } from './contest.ts';
import { generatedLock } from './generated-lock.ts';
import { generatedOrganization } from './generated-organization.ts';
import { ownProgram } from './measure-program.ts';
import type { Progress } from './progress.ts';
import { formatCount } from './render-comparisons.ts';
import { sampleInputOf } from './sample-export.ts';
import { parseWorkReport } from './work-report.ts';

export interface BillingOptions {
  readonly runs: number;
  /** A legacy CUR Parquet file of one month. */
  readonly parquet: string;
  /** Billing months of the generated export. */
  readonly months: number;
  /** Runtime accounts of the organization whose export is generated. */
  readonly accounts: number;
}

/** Reading a real export and reporting on a generated one, beside DuckDB adding up one column of the same files. */
export async function billingBench(options: BillingOptions, onProgress: Progress): Promise<readonly Comparison[]> {
  return [...(await compareParquet(options, onProgress)), ...(await compareReport(options, onProgress))];
}

async function compareParquet({ parquet, runs }: BillingOptions, onProgress: Progress): Promise<readonly Comparison[]> {
  if (!existsSync(parquet)) {
    onProgress(`charges and total of a real export: skipped, there is no file ${parquet}`);
    return [];
  }
  const contest = {
    name: 'charges and total of a real export',
    product: { name: 'bulkhead', path: ownProgram('read-export'), arguments: [parquet] },
    peers: rawSums('line_item_unblended_cost', [parquet]),
  };
  return compare(contest, runs, onProgress);
}

async function compareReport(options: BillingOptions, onProgress: Progress): Promise<readonly Comparison[]> {
  const { accounts, months, runs } = options;
  const organization = parseOrganization(generatedOrganization(accounts));
  const folder = await mkdtemp(join(tmpdir(), 'bulkhead-bench-'));
  try {
    const input = sampleInputOf(organization, generatedLock(organization), months);
    const sample = await writeSampleExport(input, folder, {
      onMonth: (month, rows) => onProgress(`generated ${month}: ${formatCount(rows)} charges`),
    });
    const contest = {
      name: `report on ${months} months, ${accounts} runtime accounts`,
      product: {
        name: 'bulkhead',
        path: ownProgram('report-newest-month'),
        arguments: [String(accounts), sample.folder],
      },
      peers: rawSums('BilledCost', sample.files),
    };
    return await compare(contest, runs, onProgress);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const rawSums = (column: string, files: readonly string[]) =>
  (['double', 'exact'] as const).map((kind) => ({
    name: kind === 'exact' ? 'exact sum in DuckDB, through text' : 'sum of doubles in DuckDB',
    path: ownProgram('sum-with-duckdb'),
    arguments: [kind, column, ...files],
  }));

async function compare(contest: Contest, runs: number, onProgress: Progress): Promise<readonly Comparison[]> {
  const outcome = await runContest(contest, runs, onProgress);
  const rows = rowsOf(contest.name, [outcome.product, ...outcome.peers]);
  const shared = { name: `${contest.name}: ${formatCount(rows)} rows`, rows, result: totalsOf };
  return [
    ...comparisonsOf(outcome, { ...shared, measure: 'work', time: ({ output }) => parseWorkReport(output).work }),
    ...comparisonsOf(outcome, { ...shared, measure: 'process', time: ({ wall }) => wall }),
  ];
}

/** Rows that everybody read. A ratio between different amounts of work, or a wrong sum, would say nothing. */
export function rowsOf(name: string, contestants: readonly Contestant[]): number {
  const reports = contestants.flatMap(({ program, samples }) =>
    samples.map(({ output }) => ({ inexact: program.arguments?.[0] === 'double', ...parseWorkReport(output) })),
  );
  const rows = new Set(reports.map((report) => report.rows));
  const totals = new Set(reports.flatMap(({ total, inexact }) => (total === null || inexact ? [] : [total])));
  const [first] = rows;
  if (first === undefined || rows.size > 1 || totals.size > 1) {
    throw new Error(
      `${name}: everybody has to read the same rows to the same sum, got rows ${[...rows].join(', ')}, sums ${[...totals].join(', ')}`,
    );
  }
  return first;
}

/** The sum that came out; empty for a report. Doubles added up on several threads give another sum every time. */
export function totalsOf({ samples }: Contestant): string {
  const [first = '', ...others] = new Set(samples.map(({ output }) => parseWorkReport(output).total ?? ''));
  return others.length === 0 ? first : `${others.length + 1} different sums: ${first}, …`;
}
