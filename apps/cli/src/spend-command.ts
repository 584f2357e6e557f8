import { join } from 'node:path';
import type { CostMetric } from '@bulkhead/spend';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson, withContext } from './command-parts.ts';
import { findWorkspace } from './find-organization.ts';
import { loadOrganization } from './load-definition.ts';
import { type ReportFormat, type ReportSource, costMetrics, reportFormats, reportSources } from './report-choices.ts';
import type { ChargesFrom } from './spend-charges.ts';

interface ReportOptions extends OrgOptions {
  readonly month?: string;
  readonly out?: string;
  readonly source?: ReportSource;
  readonly export?: readonly string[];
  readonly attribution?: string;
  readonly metric: CostMetric;
  readonly format: readonly ReportFormat[];
  readonly dryRun?: true;
}

/** `bulkhead spend report` and `status`. They load what reads charges when they are used. */
export function addSpendCommands(program: Command): void {
  const spend = program.command('spend').description('what business units spend');
  addReportCommand(spend);
  addStatusCommand(spend);
}

function addReportCommand(spend: Command): void {
  spend
    .command('report')
    .description('the monthly report by business unit and phase, from billing exports or from Cost Explorer')
    .addOption(orgOption())
    .option(
      '--month <YYYY-MM>',
      'billing month; by default the newest of the export, of Cost Explorer the current one in UTC',
      parseMonth,
    )
    .option('--export <file, folder or glob...>', 'FOCUS 1.0 and 1.2, CUR 2.0, legacy CUR: CSV, CSV.gz, Parquet')
    .addOption(
      new Option(
        '--source <source>',
        'cost-explorer asks AWS, at 0.01 USD a page; export, which --export implies, reads files',
      ).choices(reportSources),
    )
    .option('--dry-run', 'say what Cost Explorer would be asked and what AWS would bill, ask nothing')
    .option('--out <folder>', 'where the report is written; by default out/<organization>/<month>')
    .option('--attribution <csv>', 'accounts by hand: a CSV file with sub_account_id,unit,phase')
    .addOption(
      new Option('--metric <metric>', 'billed: invoiced; effective: commitments spread over usage; list: public price')
        .choices(costMetrics)
        .default('billed'),
    )
    .addOption(
      new Option('--format <list>', `some of ${reportFormats.join(',')}`)
        .argParser(parseFormats)
        .default(reportFormats, 'all'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `\nCost Explorer has this month and 13 before it; no services, no list prices.\n${examples(
        'bulkhead spend report --export exports/acme-focus',
        "bulkhead spend report --org acme --month 2026-10 --export 'cur/*.csv.gz' --metric effective",
        'bulkhead spend report --export cur.parquet --attribution accounts.csv --format html,csv --out reports',
        'bulkhead spend report --source cost-explorer --dry-run',
        'bulkhead spend report --source cost-explorer --month 2026-10',
      )}`,
    )
    .action(async (options: ReportOptions, command: Command) => {
      const from = chargesFrom(options, command);
      const loaded = await loadOrganization(options.org, findWorkspace(process.cwd()));
      const { metric, format: formats, json, attribution } = options;
      const month = options.month === undefined ? {} : { month: options.month };
      if (options.dryRun && from.kind === 'cost-explorer') {
        const { dryRun, renderDryRun } = await import('./spend-dry-run.ts');
        const run = dryRun(loaded, { ...from, ...month, metric });
        if (json) printJson(run);
        else print(renderDryRun(run));
        return;
      }
      const { billedWords, renderPlaces, renderSummary, spendReport } = await import('./spend-report.ts');
      const out = (name: string) => options.out ?? join('out', loaded.organization.name, name);
      const wanted = { from, metric, formats, ...month, ...(attribution !== undefined && { attribution }), out };
      const { report, billed } = await withContext(({ progress }) => spendReport(loaded, wanted, progress));
      if (json) printJson(billed ? { ...report, billed } : report);
      else {
        const cost = billed ? `${billedWords(billed)}\n` : '';
        print(`${renderSummary(report)}${cost}\n${renderPlaces(report, formats, out(report.month))}`);
      }
    });
}

/** Says where charges come from, or refuses options that contradict each other. */
function chargesFrom({ source, export: files, dryRun }: ReportOptions, command: Command): ChargesFrom {
  if (source === 'cost-explorer') {
    if (files) command.error('error: --export and --source cost-explorer are two sources, name one of them');
    return { kind: 'cost-explorer', currentMonth: currentMonth() };
  }
  if (!files) {
    command.error('error: name where charges come from: --export <file, folder or glob...> or --source cost-explorer');
  }
  if (dryRun) command.error('error: --dry-run is for --source cost-explorer, nothing is billed for reading an export');
  return { kind: 'export', files };
}

function addStatusCommand(spend: Command): void {
  spend
    .command('status')
    .description('what each account has spent this month and is forecast to spend, against its budget')
    .addOption(orgOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `\nReads AWS Budgets, which costs nothing; the most used budget of each unit first.\nEnds with 0 when every budget holds, 2 when one is over or forecast to be over,\n1 for an error or when one is unknown: not deployed, or not calculated yet.\n${examples(
        'bulkhead spend status',
        'bulkhead spend status --org acme --json',
      )}`,
    )
    .action(async ({ org, json }: OrgOptions) => {
      const { exitCodeOfStatus, renderSpendStatus, spendStatus } = await import('./spend-status.ts');
      const loaded = await loadOrganization(org, findWorkspace(process.cwd()));
      const status = await withContext(({ progress }) => spendStatus(loaded, currentMonth(), progress));
      if (json) printJson(status);
      else print(renderSpendStatus(status));
      process.exitCode = exitCodeOfStatus(status);
    });
}

const currentMonth = () => new Date().toISOString().slice(0, 7);

function parseMonth(text: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  throw new InvalidArgumentError(`a month is written YYYY-MM, got: ${text}`);
}

function parseFormats(text: string): readonly ReportFormat[] {
  const formats = [...new Set(text.split(',').map((format) => format.trim()))];
  const wrong = formats.filter((format) => !(reportFormats as readonly string[]).includes(format));
  if (wrong.length > 0)
    throw new InvalidArgumentError(`formats are ${reportFormats.join(', ')}, got: ${wrong.join(', ') || 'nothing'}`);
  return formats as readonly ReportFormat[];
}
