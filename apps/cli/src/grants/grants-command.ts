import type { Organization } from '@bulkhead/model';
import { nearest } from '@bulkhead/model';
import { type Command, Option } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson } from '../command-parts.ts';
import { findWorkspace } from '../find-organization.ts';
import { loadOrganization } from '../load-definition.ts';
import { UserError } from '../user-error.ts';
import type { GraphFormat } from './render-graph.ts';

interface GrantsOptions extends OrgOptions {
  readonly unit?: string;
  readonly graph?: GraphFormat;
}

const explained = `
By the account that lets others in. Nothing else crosses accounts, but what the
platform itself needs. The definition says it under grants, and when one ends
under exceptions.
`;

/** `bulkhead grants`. */
export function addGrantsCommand(program: Command): void {
  program
    .command('grants')
    .description('what crosses accounts: which role reaches which store of another unit or phase, for what, until when')
    .addOption(orgOption())
    .option('--unit <name>', 'only what a unit lets others do, and what others let it do')
    .addOption(
      new Option('--graph <format>', 'print a graph: accounts by unit, and an arrow for each grant, dashed if it ends')
        .choices(['mermaid', 'dot'])
        .conflicts('json'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      explained +
        examples(
          'bulkhead grants --org acme',
          'bulkhead grants --unit bi',
          'bulkhead grants --graph mermaid',
          'bulkhead grants --graph dot | dot -Tsvg > grants.svg',
          'bulkhead grants --json',
        ),
    )
    .action(async ({ org, json, unit, graph }: GrantsOptions) => {
      const { organization, lock } = await loadOrganization(org, findWorkspace(process.cwd()));
      if (unit !== undefined) knownUnit(organization, unit);
      const { grantsJson, selectedGrants } = await import('./selected-grants.ts');
      const grants = selectedGrants(organization, unit);
      if (json) printJson(grantsJson(organization.name, grants, lock));
      else if (graph) print((await import('./render-graph.ts')).renderGraph(grants, graph));
      else print((await import('./show-grants.ts')).renderGrants(organization.name, grants, unit));
    });
}

function knownUnit({ businessUnits }: Organization, unit: string): void {
  const names = businessUnits.map(({ name }) => name);
  if (names.includes(unit)) return;
  const like = nearest(unit, names);
  throw new UserError(
    `there is no unit ${unit}, it is one of ${names.join(', ')}${like === undefined ? '' : `, did you mean ${like}?`}`,
  );
}
