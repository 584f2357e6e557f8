import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefinitionChange } from '@bulkhead/model';
import { Command, Option } from 'commander';
import { compareMatrices } from '../matrix/compare-matrices.ts';
import { renderChanges } from '../matrix/render-changes.ts';
import { can, renderCan } from './can.ts';
import { isDeclared } from '../paths/check-paths.ts';
import { pathRows } from '../paths/render-paths.ts';
import { measureProof } from './measure.ts';
import { mutate } from './mutate.ts';
import { openOrganization } from './open-organization.ts';
import { proveChanges } from './prove-changes.ts';
import type { Proof } from './proof.ts';
import { cellsOf, matrixDocuments, prove } from './prove.ts';
import { describePaths, pathsOf, unknownOf } from './prove-paths.ts';
import { withSynthesizedAt } from './synthesize-at.ts';
import { renderWhoCan, whoCan } from './who-can.ts';
import { changeOf, withChanges } from './with-changes.ts';

/** What the program writes to, and how it says that something doesn't hold. */
export interface Surroundings {
  readonly write: (text: string) => void;
  /** To the error output: what the answer lacks. */
  readonly warn: (text: string) => void;
  readonly fail: () => void;
}

interface AsJson {
  readonly json?: true;
}

const toJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

const examples = (...lines: readonly string[]) =>
  ['', 'Examples:', ...lines.map((line) => `  node tools/access/dist/main.js ${line}`)].join('\n');

const exitCodes = `
Exit code: 0 where promises hold, ways are declared, mutants fall or somebody can; 1 where not, and where something cannot be read.`;

/** The command line of the access proofs. */
export function program({ write, warn, fail }: Surroundings): Command {
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
  const folder = ['<folder>', 'folder of a synthesized organization: apps/acme'] as const;
  const changes: DefinitionChange[] = [];
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
      if (matrix !== undefined) {
        const { markdown, html } = await matrixDocuments(organization);
        mkdirSync(matrix, { recursive: true });
        writeFileSync(join(matrix, 'access.md'), markdown);
        writeFileSync(join(matrix, 'access.html'), html);
      }
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

  command
    .command('can')
    .description('whether a principal can do something, themselves or as whom they can become')
    .argument(...folder)
    .argument('<principal>', 'acme-retail-dev/bulkhead/deployer')
    .argument('<action>', 's3:GetObject')
    .argument('<resource>', 'a name of the matrix or an ARN')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        'can apps/acme acme-retail-dev/bulkhead/deployer s3:GetObject acme-retail-dev/any-object',
        'can apps/acme people/anna.keller sts:AssumeRole acme-retail-prod/bulkhead/observer',
        'can apps/acme acme-bi-dev/any-administrator kms:Decrypt arn:aws:kms:eu-west-1:222200000003:key/state-key --json',
      ),
    )
    .action(async (path: string, principal: string, action: string, resource: string, { json }: AsJson) => {
      const answers = await can(await openOrganization(path), { principal, action, resource });
      write(json ? toJson(answers) : renderCan(answers));
      if (answers.every(({ decision }) => decision === 'denied')) fail();
    });

  command
    .command('who-can')
    .description('everybody who can do something')
    .argument(...folder)
    .argument('<action>', 's3:GetObject')
    .argument('<resource>', 'a name of the matrix or an ARN')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        'who-can apps/acme s3:DeleteObject acme-shared-services/any-object',
        'who-can apps/acme iam:UpdateAssumeRolePolicy acme-retail-prod/bulkhead/deployer --json',
      ),
    )
    .action(async (path: string, action: string, resource: string, { json }: AsJson) => {
      const able = await whoCan(await openOrganization(path), { action, resource });
      write(json ? toJson(able) : renderWhoCan(able, { action, resource }));
      if (able.length === 0) fail();
    });

  command
    .command('diff')
    .description('cells that a change makes different, as Markdown for a pull request')
    .argument(...folder)
    .argument('[ref]', 'branch, tag or commit that it is compared with', 'main')
    .option('--before <folder>', 'a synthesized organization in place of a ref')
    .addHelpText(
      'after',
      examples('diff apps/acme', 'diff apps/acme HEAD~1', 'diff apps/acme --before ../base/apps/acme'),
    )
    .action(async (path: string, ref: string, { before }: { readonly before?: string }) => {
      const organization = await openOrganization(path);
      const now = cellsOf(organization);
      const cellsIn = async (folder: string) => cellsOf(await openOrganization(folder));
      const was = await (before === undefined ? withSynthesizedAt(path, ref, cellsIn) : cellsIn(before));
      write(
        renderChanges(compareMatrices(was, await now, new Set(organization.world.resources.map(({ name }) => name)))),
      );
    });

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
