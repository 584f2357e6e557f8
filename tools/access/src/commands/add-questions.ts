import type { Command } from 'commander';
import { compareMatrices } from '../matrix/compare-matrices.ts';
import { renderChanges } from '../matrix/render-changes.ts';
import { can, renderCan } from './can.ts';
import { type AsJson, type Surroundings, examples, folder, toJson } from './command-parts.ts';
import { openOrganization } from './open-organization.ts';
import { cellsOf } from './prove.ts';
import { withSynthesizedAt } from './synthesize-at.ts';
import { renderWhoCan, whoCan } from './who-can.ts';

/** What changes are compared with unless one says something else. */
const mainBranch = 'main';

/** Adds the commands that answer what somebody asks. */
export function addQuestions(command: Command, { write, fail }: Surroundings): void {
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
    .argument('[ref]', `branch, tag or commit that it is compared with (default: ${mainBranch})`)
    .option('--before <folder>', 'a synthesized organization in place of a ref')
    .addHelpText(
      'after',
      examples('diff apps/acme', 'diff apps/acme HEAD~1', 'diff apps/acme --before ../base/apps/acme'),
    )
    .action(async (path: string, ref: string | undefined, { before }: { readonly before?: string }) => {
      if (ref !== undefined && before !== undefined) {
        throw new Error(`--before cannot be used with a ref, leave one of them out, got: ${ref} --before ${before}`);
      }
      const organization = await openOrganization(path);
      const cellsIn = async (folder: string) => cellsOf(await openOrganization(folder));
      const was = await (before === undefined ? withSynthesizedAt(path, ref ?? mainBranch, cellsIn) : cellsIn(before));
      const there = new Set(organization.world.resources.map(({ name }) => name));
      write(renderChanges(compareMatrices(was, await cellsOf(organization), there)));
    });
}
