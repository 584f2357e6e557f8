import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallRecord } from '@bulkhead/local-aws';
import { accountsOf } from '@bulkhead/model';
import { callBound } from './call-bound.ts';
import { type ExplorerReport, type LimitsFigures, type PlanReport, parsePlanReport } from './limits-figures.ts';
import { type Sample, measureProgram, ownProgram } from './measure-program.ts';
import { median } from './median.ts';
import type { Progress } from './progress.ts';
import { formatCount } from './render-comparisons.ts';
import { type ServedAws, serveAws } from './serve-aws.ts';
import { acmeProgram, loadSubject } from './subject.ts';

export interface LimitsOptions {
  readonly runs: number;
  /** Runtime accounts of each generated organization, in two Regions each. */
  readonly accounts: readonly number[];
}

/** Planning the limits of acme and of generated organizations at an AWS that keeps its rates, and reading their costs. */
export async function limitsBench(
  { runs, accounts }: LimitsOptions,
  onProgress: Progress,
): Promise<readonly LimitsFigures[]> {
  const figures: LimitsFigures[] = [];
  for (const subject of ['acme', ...accounts.map(String)]) {
    const folder = await mkdtemp(join(tmpdir(), 'bulkhead-bench-'));
    try {
      figures.push(await measureSubject(subject, folder, runs, onProgress));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return figures;
}

interface Run {
  readonly sample: Sample;
  readonly report: PlanReport;
  readonly calls: readonly CallRecord[];
}

async function measureSubject(
  subject: string,
  folder: string,
  count: number,
  onProgress: Progress,
): Promise<LimitsFigures> {
  const name = subject === 'acme' ? subject : `${formatCount(Number(subject))} accounts`;
  const synth = { path: acmeProgram, ...(subject === 'acme' ? {} : generated(subject)) };
  await measureProgram({ name: `synth of ${name}`, ...synth, environment: { CDKTF_OUTDIR: folder } });
  const stacks = join(folder, 'stacks');
  const runs: Run[] = [];
  for (let run = 1; run <= count; run += 1) {
    // Each run finds the rates unused.
    const planned = await served(subject, stacks, false, (aws) => plan(name, subject, aws));
    runs.push(planned);
    onProgress(`limits of ${name}, run ${run} of ${count}: ${Math.round(planned.report.work)} ms`);
  }
  const explorer = await served(subject, stacks, true, ({ environment }) => readExplorer(name, subject, environment));
  onProgress(`Cost Explorer of ${name}: ${explorer.pages} pages`);
  const { organization } = await loadSubject(subject);
  return figuresOf(name, accountsOf(organization).length + 1, runs, explorer);
}

const generated = (subject: string) => ({ path: ownProgram('synth-two-regions'), arguments: [subject] });

async function served<Result>(
  subject: string,
  stacks: string,
  billing: boolean,
  work: (aws: ServedAws) => Promise<Result>,
): Promise<Result> {
  const aws = await serveAws(subject, stacks, billing);
  try {
    return await work(aws);
  } finally {
    await aws.close();
  }
}

async function plan(name: string, subject: string, aws: ServedAws): Promise<Run> {
  const { environment } = aws;
  const path = ownProgram('plan-limits');
  const sample = await measureProgram({ name: `plan of ${name}`, path, arguments: [subject], environment });
  const report = parsePlanReport(name, sample.output);
  return { sample, report, calls: await aws.calls() };
}

async function readExplorer(
  name: string,
  subject: string,
  environment: ServedAws['environment'],
): Promise<ExplorerReport> {
  const path = ownProgram('read-cost-explorer');
  const { output } = await measureProgram({ name: `costs of ${name}`, path, arguments: [subject], environment });
  return JSON.parse(output) as ExplorerReport;
}

/** Figures of all runs; calls are those of the last one. */
function figuresOf(name: string, accounts: number, runs: readonly Run[], explorer: ExplorerReport): LimitsFigures {
  const last = runs.at(-1);
  if (!last) throw new Error('a benchmark needs at least one run, got: none');
  const times = runs.map(({ report }) => report.work);
  const bound = callBound(last.calls);
  return {
    name,
    accounts,
    places: last.report.places,
    actions: last.report.actions,
    calls: countsOf(last.calls),
    refused: last.calls.filter(({ outcome }) => outcome !== 'ok').length,
    runs: runs.length,
    median: median(times),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    bound,
    ratio: median(times) / bound.milliseconds,
    peakMemory: median(runs.map(({ sample }) => sample.peakMemory)),
    explorer,
  };
}

function countsOf(calls: readonly CallRecord[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { operation } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => one.localeCompare(other)));
}
