import { createInterface } from 'node:readline/promises';
import { changesBetween } from '@bulkhead/model';
import { type Argument, Command, Option } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson, withContext } from './command-parts.ts';
import { addDataCommands } from './data/data-command.ts';
import { definitionAtOrHere } from './definition-at.ts';
import { deploy, destroy } from './deploy/deploy-command.ts';
import { destroyable } from './deploy/destroy-account.ts';
import { endingSoon, refuseEnded } from './ended.ts';
import { findOrganization, findWorkspace } from './find-organization.ts';
import { addGrantsCommand } from './grants/grants-command.ts';
import { addGuardrailsCommand } from './guardrails-command.ts';
import { addLimitsCommands } from './limits/limits-command.ts';
import { loadDefinition, loadOrganization } from './load-definition.ts';
import { renderChanges } from './show-changes.ts';
import { organizationJson, renderOrganization } from './show.ts';
import { addSpendCommands } from './spend-command.ts';
import { terminalWidth } from './terminal.ts';
import { UserError } from './user-error.ts';
import { addWhatIfCommand } from './what-if/what-if-command.ts';

const shownArgument = (argument: Argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`);

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
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(shownArgument)].join(' '),
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
    .description('checks a definition, and whether its guardrails fit; prints everything that is wrong with it')
    .addOption(orgOption())
    .addHelpText('after', examples('bulkhead check', 'bulkhead check --org ./organization.json'))
    .action(async ({ org }: OrgOptions) => {
      const { organization, lock } = await loadOrganization(org, findWorkspace(process.cwd()));
      const { policyRoomOf } = await import('./policy-room.ts');
      policyRoomOf(organization, lock);
      const now = new Date();
      refuseEnded(organization, now);
      for (const warning of endingSoon(organization, now)) print(`${warning}\n`);
      print(`${organization.name} is a good definition\n`);
    });

  program
    .command('diff')
    .description('what changes from one definition to another: accounts, people, pipelines, limits, budgets')
    .argument('<definition>', 'an organization under apps/, or a file')
    .argument('<other>', 'a definition that it becomes, or a git ref, from which it came')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `\nFrom the first definition to the second; with a git ref from then to now.\n${examples(
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

  addWhatIfCommand(program);
  addGrantsCommand(program);
  addGuardrailsCommand(program);
  addDataCommands(program);
  addDeploymentCommands(program);
  addLimitsCommands(program);
  addSpendCommands(program);
  return program;
}

interface DeployOptions extends OrgOptions {
  readonly dryRun?: true;
  readonly as?: 'planner';
  readonly stack?: readonly string[];
  readonly unit?: readonly string[];
}

function addDeploymentCommands(program: Command): void {
  program
    .command('deploy')
    .description('brings an organization to AWS: every stack, in waves; run again, it goes on where it stopped')
    .addOption(orgOption())
    .option('--dry-run', 'print what would change, change nothing')
    .addOption(
      new Option('--as <role>', 'change nothing, read as the planner of each account, which reads no data')
        .choices(['planner'])
        .implies({ dryRun: true }),
    )
    .option('--stack <names...>', "these stacks only; '*' stands for any text")
    .option('--unit <names...>', 'accounts of these business units only: what their pipelines deploy')
    .addHelpText(
      'after',
      examples(
        'bulkhead deploy --org acme --dry-run',
        'bulkhead deploy --org acme',
        "bulkhead deploy --unit retail --stack '*-dev'",
        'bulkhead deploy --stack acme-shared-services acme-guardrails --dry-run',
      ),
    )
    .action(async ({ org, dryRun, as: planAs, stack = [], unit = [] }: DeployOptions) => {
      await withContext(async (context) =>
        deploy(
          await loadOrganization(org, context.workspace),
          { dryRun: dryRun === true, planAs, stacks: stack, units: unit },
          context,
        ),
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

async function confirm(account: string): Promise<void> {
  if (!process.stdin.isTTY) throw new UserError(`destroying ${account} wants a person to confirm, or --yes`);
  const question = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await question.question(
    `this destroys everything that Terraform made in ${account}\ntype its name to go on: `,
  );
  question.close();
  if (answer.trim() !== account) throw new UserError('not confirmed, nothing was destroyed');
}
