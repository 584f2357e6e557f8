import { type DefinitionChange, DefinitionChangeError, parseChange } from '@bulkhead/model';
import { type Command, Option } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson } from '../command-parts.ts';
import { findWorkspace } from '../find-organization.ts';
import { loadOrganization } from '../load-definition.ts';
import { terminalProgress } from '../progress.ts';
import { UserError } from '../user-error.ts';
import { whileSlow } from './while-slow.ts';

const explained = `
Changes are made to a copy of the definition, one after the other, in the order
of the options. Values are joined with +, text after a path is JSON where it can
be read as such. Nothing is written, and no credential is used.

Ends with
  0  nothing is wrong
  1  an error, or what can't be deployed: a definition with problems, guardrails
     that don't fit, what has ended, more accounts than accountQuota
`;

/** `bulkhead what-if`. */
export function addWhatIfCommand(program: Command): void {
  const asked: { readonly kind: DefinitionChange['kind']; readonly text: string }[] = [];
  const change = (kind: DefinitionChange['kind'], value: string, description: string) =>
    new Option(`--${kind} <${value}>`, description).argParser((text: string) => asked.push({ kind, text }));
  program
    .command('what-if')
    .description(
      'what a change of a definition would mean: accounts left, what ends, room for policies, quota requests, budgets, Terraform addresses',
    )
    .addOption(orgOption())
    .addOption(
      change('add', 'unit=name,phases=one+two', 'a unit, also with owner, costCenter, regions; or phases of one'),
    )
    .addOption(change('remove', 'unit=name[,phases=one]', 'a unit, phases of one, or path=… of anything else'))
    .addOption(change('set', 'path=value', 'a value, by its path as problems print it'))
    .option('--no-terraform', 'leave Terraform addresses out, which takes most of the time')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      explained +
        examples(
          'bulkhead what-if --org acme --add unit=media,phases=dev+prod',
          'bulkhead what-if --add unit=bi,phase=stage --set businessUnits.bi.costCenter=CC-201',
          'bulkhead what-if --remove unit=bi,phase=sandbox',
          'bulkhead what-if --set \'businessUnits.bi.life={"sandbox":"closing"}\'',
          'bulkhead what-if --set businessUnits.bi.overrides.prod.budget.amount=350000 --json',
        ),
    )
    .action(async ({ org, json, terraform }: OrgOptions & { terraform: boolean }) => {
      const changes = asked.map(({ kind, text }) => understood(kind, text));
      if (changes.length === 0) {
        throw new UserError('nothing is changed: say what with --add, --remove or --set, --help shows examples');
      }
      const workspace = findWorkspace(process.cwd());
      const loaded = await loadOrganization(org, workspace);
      const { isWrong, whatIf } = await import('./what-if.ts');
      const { renderWhatIf } = await import('./render-what-if.ts');
      const progress = terminalProgress();
      try {
        const finding = await whileSlow(`writing Terraform of ${loaded.organization.name} twice`, progress, () =>
          whatIf(loaded, changes, { workspace, terraform, now: new Date() }),
        );
        if (json) printJson(finding);
        else print(renderWhatIf(finding));
        if (isWrong(finding)) process.exitCode = 1;
      } finally {
        progress.stop();
      }
    });
}

function understood(kind: DefinitionChange['kind'], text: string): DefinitionChange {
  try {
    return parseChange(kind, text);
  } catch (error) {
    throw error instanceof DefinitionChangeError ? new UserError(error.message, { cause: error }) : error;
  }
}
