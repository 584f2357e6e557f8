import { dataClasses } from '@bulkhead/model';
import { type Command, Option } from 'commander';
import { type OrgOptions, examples, jsonOption, orgOption, print, printJson, withContext } from '../command-parts.ts';
import { findWorkspace } from '../find-organization.ts';
import { loadOrganization } from '../load-definition.ts';

interface InventoryOptions extends OrgOptions {
  readonly unit?: string;
  readonly class?: (typeof shownClasses)[number];
  readonly strict?: true;
}

/** What `--class` takes: classes, and what has none. */
export const shownClasses = [...dataClasses, 'untagged'] as const;

/** `bulkhead data inventory`. */
export function addDataCommands(program: Command): void {
  program
    .command('data')
    .description('where data is')
    .command('inventory')
    .description('stores of every account by unit, phase, class and encryption, as AWS Config recorded them')
    .addOption(orgOption())
    .option('--unit <unit>', 'stores of this unit only; enterprise is one too')
    .addOption(new Option('--class <class>', 'stores of this class only').choices(shownClasses))
    .option('--strict', 'end with 2 when a store is untagged, not encrypted, above its account, or missing')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `\nReads what AWS Config recorded, minutes after it became so; no data is read.\nEnds with 0; with --strict with 2 when something has to be done, else with 1 when\nan account of the definition is not seen. Nothing records the management account.\n${examples(
        'bulkhead data inventory',
        'bulkhead data inventory --org acme --class sensitive',
        'bulkhead data inventory --unit retail --json',
        'bulkhead data inventory --strict',
      )}`,
    )
    .action(async ({ org, unit, class: shownClass, strict, json }: InventoryOptions) => {
      const { exitCodeOfInventory, readInventory } = await import('./inventory.ts');
      const loaded = await loadOrganization(org, findWorkspace(process.cwd()));
      const wanted = { unit, shownClass };
      const inventory = await withContext(({ progress }) => readInventory(loaded, wanted, progress));
      if (json) printJson(inventory);
      else {
        const { renderInventory } = await import('./show-inventory.ts');
        print(renderInventory(inventory));
      }
      if (strict) process.exitCode = exitCodeOfInventory(inventory);
    });
}
