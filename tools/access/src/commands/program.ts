import { Command, Option } from 'commander';
import { isDeclared } from '../paths/check-paths.ts';
import { pathRows } from '../paths/render-paths.ts';
import { addQuestions } from './add-questions.ts';
import { type AsJson, type Surroundings, examples, folder, toJson } from './command-parts.ts';
import { measureProof } from './measure.ts';
import { mutate } from './mutate.ts';
import { openOrganization } from './open-organization.ts';
import { proveChanges } from './prove-changes.ts';
import type { Proof } from './proof.ts';
import { prove } from './prove.ts';
import { describePaths, pathsOf, unknownOf } from './prove-paths.ts';
import { withChanges } from './with-changes.ts';
import { writeMatrix } from './write-matrix.ts';
import { type WrittenChange, changeOf } from './written-change.ts';

const exitCodes = `
Exit code: 0 where promises hold, ways are declared, mutants fall or somebody can; 1 where not, and where something cannot be read.`;

/** The command line of the access proofs. */
export function program(surroundings: Surroundings): Command {
  const { write, warn, fail } = surroundings;
  const say = ({ text, holds }: Proof) => {
    write(text);
    if (!holds) fail();
  };
  const open = async (path: string) => {
    const organization = await openOrganization(path);
    warn(unknownOf(organization));
    return organization;
  };
  const command = new Command('access').description(
    'who can do what where, by simulation of the policies in the synthesized Terraform',
  );
  command.addHelpText('after', exitCodes);
  const changes: WrittenChange[] = [];
  const changing = (option: 'with' | 'without', value: string, description: string) =>
    new Option(`--${option} <${value}>`, description).argParser((text: string) => changes.push(changeOf(option, text)));

  command
    .command('prove')
    .description('ask every promise; fails when one is broken')
    .argument(...folder)
    .option('--matrix <folder>', 'write access.md and access.html there, where nothing is changed')
    .addOption(changing('with', 'unit=name,phases=one+two', 'with a unit, phases of one, or path=value'))
    .addOption(changing('without', 'unit=name[,phases=one]', 'without a unit, phases of one, or path=…'))
    .addHelpText(
      'after',
      `${examples(
        'prove apps/acme --matrix out/acme/access',
        'prove apps/acme --with unit=media,phases=dev+prod',
        'prove apps/acme --without unit=bi,phase=sandbox --with businessUnits.bi.delivery=own',
      )}

With changes, made one after the other to a copy of the definition: the cells that change, and whether promises still
hold. Nothing is written, and no credential is used.`,
    )
    .action(async (path: string, { matrix }: { readonly matrix?: string }) => {
      if (changes.length > 0) {
        say(await proveChanges(...(await withChanges(path, changes))));
        return;
      }
      const organization = await open(path);
      if (matrix !== undefined) await writeMatrix(matrix, organization);
      say(await prove(organization));
    });

  command
    .command('paths')
    .description('every way between accounts, by the grant or the reason of the platform; fails on any other one')
    .argument(...folder)
    .option('--json', 'as JSON')
    .addHelpText('after', examples('paths apps/acme', 'paths apps/acme --json'))
    .action(async (path: string, { json }: AsJson) => {
      const organization = await open(path);
      const result = await pathsOf(organization);
      say(json ? { text: toJson(pathRows(result)), holds: isDeclared(result) } : describePaths(organization, result));
    });

  addQuestions(command, surroundings);

  command
    .command('mutants')
    .description('make statements wrong, one at a time; fails when a promise has to notice and does not')
    .argument(...folder)
    .addOption(
      new Option('--which <which>', 'all of them, or the few of every run').choices(['all', 'fixed']).default('all'),
    )
    .action(async (path: string, { which }: { readonly which: 'all' | 'fixed' }) =>
      say(await mutate(await open(path), which)),
    );

  command
    .command('measure')
    .description('how long the matrix and the promises take, as JSON')
    .argument(...folder)
    .action(async (path: string) => write(toJson(await measureProof(path))));

  return command;
}
