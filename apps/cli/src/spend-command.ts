import { join } from 'node:path';
import type { CostMetric } from '@bulkhead/spend';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson, withContext } from './command-parts.ts';
import { findWorkspace } from './find-organization.ts';
import { loadOrganization } from './load-definition.ts';
import { type ReportFormat, costMetrics, reportFormats } from './report-choices.ts';

interface ReportOptions extends OrgOptions {
  readonly month?: string;
  readonly out?: string;
  readonly export: readonly string[];
  readonly attribution?: string;
  readonly metric: CostMetric;
  readonly format: readonly ReportFormat[];
}

/** `bulkhead spend report`. */
export function addSpendCommands(program: Command): void {
  const spend = program.command('spend').description('what business units spend');
  spend
    .command('report')
    .description('the monthly report by business unit and phase, from billing exports')
    .addOption(orgOption())
    .option('--month <YYYY-MM>', 'billing month; by default the newest that the export holds', parseMonth)
    .requiredOption(
      '--export <file, folder or glob...>',
      'FOCUS 1.0 and 1.2, CUR 2.0, legacy CUR: CSV, CSV.gz, Parquet',
    )
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
      examples(
        'bulkhead spend report --export exports/acme-focus',
        "bulkhead spend report --org acme --month 2026-10 --export 'cur/*.csv.gz' --metric effective",
        'bulkhead spend report --export cur.parquet --attribution accounts.csv --format html,csv --out reports',
      ),
    )
    .action(async (options: ReportOptions) => {
      const { renderPlaces, renderSummary, spendReport } = await import('./spend-report.ts');
      const loaded = await loadOrganization(options.org, findWorkspace(process.cwd()));
      const { export: exports, metric, format: formats } = options;
      const out = (month: string) => options.out ?? join('out', loaded.organization.name, month);
      const wanted = {
        exports,
        metric,
        formats,
        ...(options.month !== undefined && { month: options.month }),
        ...(options.attribution !== undefined && { attribution: options.attribution }),
        out,
      };
      const report = await withContext(({ progress }) => spendReport(loaded, wanted, progress));
      if (options.json) printJson(report);
      else print(`${renderSummary(report)}\n${renderPlaces(report, formats, out(report.month))}`);
    });
}

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
