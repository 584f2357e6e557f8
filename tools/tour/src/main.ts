import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { renderKept } from './render-kept.ts';
import { takeTour } from './take-tour.ts';

const workspace = fileURLToPath(new URL('../../..', import.meta.url));

const command = new Command('npm start --')
  .description('the whole product on an example organization, step by step; no AWS account is used')
  .option('--org <name>', 'an organization under apps/ whose lock has the ids of its accounts', 'acme')
  .option('--keep', 'leave the AWS of the tour running, and print what points any SDK at it')
  .addHelpText('after', '\nExamples:\n  $ npm start\n  $ npm start -- --org acme\n  $ npm start -- --keep\n')
  .action(async ({ org, keep }: { readonly org: string; readonly keep?: true }) => {
    const today = new Date().toISOString().slice(0, 10);
    const aws = await takeTour({ organization: org, workspace, today });
    if (keep) process.stdout.write(renderKept(aws));
    else await aws.close();
  });

// whoever closes the pipe (`npm start | head`) has seen enough
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
