import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { takeTour } from './take-tour.ts';

const workspace = fileURLToPath(new URL('../../..', import.meta.url));

const command = new Command('npm start --')
  .description('the whole product on an example organization, step by step; no AWS account is used')
  .option('--org <name>', 'an organization under apps/ whose lock has the ids of its accounts', 'acme')
  .addHelpText('after', '\nExamples:\n  $ npm start\n  $ npm start -- --org acme\n')
  .action(({ org }: { org: string }) => takeTour(org, workspace));

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
