import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { compareMatrices, renderChanges } from '../matrix/compare-matrices.ts';
import { can } from './can.ts';
import { mutate } from './mutate.ts';
import { openOrganization } from './open-organization.ts';
import { type Proof, matrixDocuments, prove } from './prove.ts';
import { whoCan } from './who-can.ts';

/** What the program writes to, and how it says that something doesn't hold. */
export interface Surroundings {
  readonly write: (text: string) => void;
  readonly fail: () => void;
}

/** The command line of the access proofs. */
export function program({ write, fail }: Surroundings): Command {
  const say = ({ text, holds }: Proof) => {
    write(text);
    if (!holds) fail();
  };
  const command = new Command('access').description(
    'who can do what where, by simulation of the policies in the synthesized Terraform',
  );
  const folder = ['<folder>', 'folder of a synthesized organization: apps/acme'] as const;

  command
    .command('prove')
    .description('ask every promise; fails when one is broken')
    .argument(...folder)
    .option('--matrix <folder>', 'write access.md and access.html there')
    .action(async (path: string, { matrix }: { readonly matrix?: string }) => {
      const organization = await openOrganization(path);
      if (matrix !== undefined) {
        const { markdown, html } = await matrixDocuments(organization);
        mkdirSync(matrix, { recursive: true });
        writeFileSync(join(matrix, 'access.md'), markdown);
        writeFileSync(join(matrix, 'access.html'), html);
      }
      say(await prove(organization));
    });

  command
    .command('can')
    .description('whether a principal can do something, themselves or as whom they can become')
    .argument(...folder)
    .argument('<principal>', 'acme-retail-dev/bulkhead/deployer')
    .argument('<action>', 's3:GetObject')
    .argument('<resource>', 'a name of the matrix or an ARN')
    .action(async (path: string, principal: string, action: string, resource: string) =>
      write(await can(await openOrganization(path), { principal, action, resource })),
    );

  command
    .command('who-can')
    .description('everybody who can do something')
    .argument(...folder)
    .argument('<action>', 's3:GetObject')
    .argument('<resource>', 'a name of the matrix or an ARN')
    .action(async (path: string, action: string, resource: string) =>
      write(await whoCan(await openOrganization(path), { action, resource })),
    );

  command
    .command('diff')
    .description('cells that differ between two synthesized organizations, as Markdown')
    .argument('<before>', 'folder of the organization as it was')
    .argument('<after>', 'folder of the organization as it is')
    .action(async (before: string, after: string) => {
      const [was, is] = [await openOrganization(before), await openOrganization(after)];
      write(renderChanges(compareMatrices((await matrixDocuments(was)).cells, (await matrixDocuments(is)).cells)));
    });

  command
    .command('mutants')
    .description('make statements wrong, one at a time; fails when a promise has to notice and does not')
    .argument(...folder)
    .addOption(
      new Option('--which <which>', 'all of them, or the three of every run').choices(['all', 'fixed']).default('all'),
    )
    .action(async (path: string, { which }: { readonly which: 'all' | 'fixed' }) =>
      say(await mutate(await openOrganization(path), which)),
    );

  return command;
}
