import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { changesBetween } from '@bulkhead/model';
import { type CostMetric, costMetrics } from '@bulkhead/spend';
import { Command, InvalidArgumentError, Option } from 'commander';
import { definitionAtOrHere } from './definition-at.ts';
import { deploy, destroy, destroyable } from './deploy/deploy-command.ts';
import { findOrganization, findWorkspace } from './find-organization.ts';
import { loadDefinition, loadOrganization } from './load-definition.ts';
import { type Progress, terminalProgress } from './progress.ts';
import { renderChanges } from './show-changes.ts';
import { organizationJson, renderOrganization } from './show.ts';
import { type ReportFormat, renderPlaces, renderSummary, reportFormats, spendReport } from './spend-report.ts';
import { terminalWidth } from './terminal.ts';
import { UserError } from './user-error.ts';

const print = (text: string) => process.stdout.write(text);
const printJson = (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`);

const orgOption = () =>
  new Option('--org <name or file>', 'an organization under apps/, or the file of its definition')
    .env('BULKHEAD_ORG')
    .default('acme');
const jsonOption = () => new Option('--json', 'print data instead of a table');

interface OrgOptions {
  readonly org: string;
  readonly json?: true;
}

/** The command line. Every command says with `--help` what it does, by example. */
export function createProgram(): Command {
  const program = new Command('bulkhead')
    .description(
      'AWS accounts by delivery phase and business unit: what follows from one description of an organization',
    )
    .version('0.1.0')
    .showHelpAfterError('(add --help for how it is used)')
    .configureHelp({
      helpWidth: Math.min(terminalWidth(), 100),
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map((each) => `<${each.name()}>`)].join(' '),
    });

  program
    .command('show')
    .description('every account of an organization: unit, phase, organizational unit, data, caps in vCPU, budget')
    .addOption(orgOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('bulkhead show', 'bulkhead show --org example', 'bulkhead show --json'))
    .action(async ({ org, json }: OrgOptions) => {
      const { organization, lock } = await loadOrganization(org, findWorkspace(process.cwd()));
      if (json) printJson(organizationJson(organization, lock));
      else print(renderOrganization(organization));
    });

  program
    .command('check')
    .description('checks a definition and prints everything that is wrong with it')
    .addOption(orgOption())
    .addHelpText('after', examples('bulkhead check', 'bulkhead check --org ./organization.json'))
    .action(async ({ org }: OrgOptions) => {
      const { organization } = await loadOrganization(org, findWorkspace(process.cwd()));
      print(`${organization.name} is a good definition\n`);
    });

  program
    .command('diff')
    .description('what changes from one definition to another: accounts, limits, budgets')
    .argument('<definition>', 'an organization under apps/, or a file')
    .argument('<other>', 'a definition that it becomes, or a git ref, from which it came')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `\nFrom the first definition to the second. With a git ref: from what it was there to what it is now.\n${examples(
        'bulkhead diff acme main',
        'bulkhead diff before.json after.json',
        'bulkhead diff acme HEAD~1 --json',
      )}`,
    )
    .action(async (definition: string, other: string, { json }: { json?: true }) => {
      const workspace = findWorkspace(process.cwd());
      const files = findOrganization(definition, workspace);
      const first = await loadDefinition(files.definition);
      const second = await definitionAtOrHere(other, files, workspace);
      const changes =
        second.from === 'ref' ? changesBetween(second.organization, first) : changesBetween(first, second.organization);
      if (json) printJson(changes);
      else print(renderChanges(changes));
    });

  addDeploymentCommands(program);
  addSpendCommands(program);
  return program;
}

function addDeploymentCommands(program: Command): void {
  program
    .command('deploy')
    .description('brings an organization to AWS: every stack, in waves; run again, it goes on where it stopped')
    .addOption(orgOption())
    .option('--dry-run', 'print what would change, change nothing')
    .addHelpText('after', examples('bulkhead deploy --org acme --dry-run', 'bulkhead deploy --org acme'))
    .action(async ({ org, dryRun }: OrgOptions & { dryRun?: true }) => {
      await withContext(async (context) =>
        deploy(await loadOrganization(org, context.workspace), { dryRun: dryRun === true }, context),
      );
    });

  program
    .command('destroy')
    .description('destroys what Terraform made in one unprotected runtime account; the account itself stays')
    .argument('<account>', 'like acme-bi-sandbox')
    .addOption(orgOption())
    .option('--yes', 'do not ask')
    .addHelpText('after', examples('bulkhead destroy acme-bi-sandbox', 'bulkhead destroy acme-bi-sandbox --yes'))
    .action(async (account: string, { org, yes }: OrgOptions & { yes?: true }) => {
      await withContext(async (context) => {
        const loaded = await loadOrganization(org, context.workspace);
        destroyable(loaded, account);
        if (!yes) await confirm(account);
        await destroy(loaded, account, context);
      });
    });
}

interface ReportOptions extends OrgOptions {
  readonly month?: string;
  readonly out?: string;
  readonly export: readonly string[];
  readonly attribution?: string;
  readonly metric: CostMetric;
  readonly format: readonly ReportFormat[];
}

function addSpendCommands(program: Command): void {
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

const examples = (...lines: readonly string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

interface CommandContext {
  readonly workspace: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
}

async function withContext<Result>(work: (context: CommandContext) => Promise<Result>): Promise<Result> {
  const progress = terminalProgress();
  try {
    return await work({ workspace: findWorkspace(process.cwd()), environment: process.env, progress });
  } catch (error) {
    progress.stop();
    throw error;
  }
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

async function confirm(account: string): Promise<void> {
  if (!process.stdin.isTTY) throw new UserError(`destroying ${account} wants a person to confirm, or --yes`);
  const question = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await question.question(
    `this destroys everything that Terraform made in ${account}\ntype its name to go on: `,
  );
  question.close();
  if (answer.trim() !== account) throw new UserError('not confirmed, nothing was destroyed');
}
