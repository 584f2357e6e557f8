import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { accessBench } from './access-bench.ts';
import { renderAccess } from './access-table.ts';
import { renderAccountSizes } from './account-sizes-table.ts';
import { billingBench } from './billing-bench.ts';
import type { Comparison } from './comparison.ts';
import { limitsBench } from './limits-bench.ts';
import type { LimitsFigures } from './limits-figures.ts';
import { parseCount, parseCounts } from './parse-count.ts';
import { renderComparisons } from './render-comparisons.ts';
import { renderLimits } from './render-limits.ts';
import { synthBench } from './synth-bench.ts';

const realExport = fileURLToPath(
  new URL('../../../../shared/data/cur-legacy-parquet/Oct2018-WorkshopCUR-00001.snappy.parquet', import.meta.url),
);

interface CommonOptions {
  readonly runs: number;
  readonly json?: true;
}

const runsOption = () => new Option('--runs <number>', 'runs of each program').argParser(parseCount).default(5);
const jsonOption = () => new Option('--json', 'print data instead of a table');

/** The benchmarks as commands. Each runs the product and its peers in turn and prints medians and ratios. */
export function createProgram(): Command {
  const program = new Command('bench').description('how the product fares beside its peers, as ratios in one run');
  program
    .command('all', { isDefault: true })
    .description('every benchmark at its full size')
    .addOption(runsOption())
    .addOption(jsonOption())
    .action(async ({ runs, json }: CommonOptions) => {
      const synth = await synthBench({ runs, ...synthDefaults }, progress);
      const billing = await billingBench({ runs, ...billingDefaults }, progress);
      const comparisons = [...synth.comparisons, ...billing];
      // AWS's rates make its time, which is the same every time
      const limits = await limitsBench({ runs: 1, ...limitsDefaults }, progress);
      const tables = [renderComparisons(comparisons), renderAccountSizes(synth.accountSizes), renderLimits(limits)];
      print({ comparisons, accountSizes: synth.accountSizes, limits }, tables.join('\n'), runs, json);
    });
  program
    .command('synth')
    .description('synthesizing organizations, beside bare cdktf programs with as many resources')
    .option('--accounts <numbers>', 'runtime accounts of generated organizations', parseCounts, synthDefaults.accounts)
    .addOption(runsOption())
    .addOption(jsonOption())
    .action(async ({ accounts, runs, json }: CommonOptions & typeof synthDefaults) => {
      const synth = await synthBench({ runs, accounts }, progress);
      const tables = [renderComparisons(synth.comparisons), renderAccountSizes(synth.accountSizes)];
      print(synth, tables.join('\n'), runs, json);
    });
  program
    .command('billing')
    .description('reading and reporting billing exports, beside DuckDB adding up one column of the same files')
    .option('--parquet <file>', 'a legacy CUR Parquet file of one month', billingDefaults.parquet)
    .option('--months <number>', 'billing months of the generated export', parseCount, billingDefaults.months)
    .option('--accounts <number>', 'runtime accounts in the generated export', parseCount, billingDefaults.accounts)
    .addOption(runsOption())
    .addOption(jsonOption())
    .action(async ({ json, ...options }: CommonOptions & typeof billingDefaults) => {
      printComparisons(await billingBench(options, progress), options.runs, json);
    });
  program
    .command('limits')
    .description('planning limits at an AWS that keeps its rates, beside the time that those rates take')
    .option('--accounts <numbers>', 'runtime accounts of generated organizations', parseCounts, limitsDefaults.accounts)
    .addOption(runsOption().default(1))
    .addOption(jsonOption())
    .action(async ({ json, ...options }: CommonOptions & typeof limitsDefaults) => {
      printLimits(await limitsBench(options, progress), options.runs, json);
    });
  program
    .command('access')
    .description('proving who can do what where, beside the simulation of the different questions alone')
    .option('--accounts <numbers>', 'runtime accounts of generated organizations', parseCounts, accessDefaults.accounts)
    .addOption(jsonOption())
    .action(async ({ json, ...options }: { readonly json?: true } & typeof accessDefaults) => {
      const access = await accessBench(options, progress);
      print({ access }, renderAccess(access), 1, json);
    });
  return program;
}

const synthDefaults: { readonly accounts: readonly number[] } = { accounts: [10, 100, 300] };
const billingDefaults = { parquet: realExport, months: 14, accounts: 9 };

const limitsDefaults: { readonly accounts: readonly number[] } = { accounts: [300, 1000] };

const accessDefaults: { readonly accounts: readonly number[] } = { accounts: [50] };

const progress = (line: string) => {
  process.stderr.write(`${line}\n`);
};

function printComparisons(comparisons: readonly Comparison[], runs: number, json: true | undefined): void {
  print({ comparisons }, renderComparisons(comparisons), runs, json);
}

function printLimits(limits: readonly LimitsFigures[], runs: number, json: true | undefined): void {
  print({ limits }, renderLimits(limits), runs, json);
}

function print(figures: object, table: string, runs: number, json: true | undefined): void {
  const machine = { node: process.version, processors: cpus().length };
  const text = json
    ? JSON.stringify({ ...machine, runs, ...figures }, null, 2)
    : `${table}\nmedians of ${runs} runs, fastest to slowest; Node.js ${machine.node}, ${machine.processors} processors`;
  process.stdout.write(`${text}\n`);
}
