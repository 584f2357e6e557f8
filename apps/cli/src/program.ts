import { changesBetween } from '@bulkhead/model';
import { type Argument, Command } from 'commander';
import { overQuota } from './account-quota.ts';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson } from './command-parts.ts';
import { addDataCommands } from './data/data-command.ts';
import { definitionAtOrHere } from './definition-at.ts';
import { endingSoon, refuseEnded } from './ended.ts';
import { addDeploymentCommands } from './deploy/deployment-commands.ts';
import { findOrganization, findWorkspace } from './find-organization.ts';
import { addGrantsCommand } from './grants/grants-command.ts';
import { addGuardrailsCommand } from './guardrails-command.ts';
import { addLimitsCommands } from './limits/limits-command.ts';
import { loadDefinition, loadOrganization } from './load-definition.ts';
import { renderChanges } from './show-changes.ts';
import { organizationJson, renderOrganization } from './show.ts';
import { addSpendCommands } from './spend-command.ts';
import { terminalWidth } from './terminal.ts';
import { addWhatIfCommand } from './what-if/what-if-command.ts';
import { wrapped } from './wrapped.ts';

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
      for (const warning of [...overQuota(organization), ...endingSoon(organization, now)])
        print(`${wrapped(warning)}\n`);
      print(`${organization.name} is a good definition\n`);
    });

  program
    .command('diff')
    .description(
      'what changes from one definition to another: accounts, people, pipelines, limits, budgets, stores, grants, exceptions',
    )
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
