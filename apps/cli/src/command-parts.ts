import { Option } from 'commander';
import type { CommandContext } from './deploy/deploy-command.ts';
import { findWorkspace } from './find-organization.ts';
import { terminalProgress } from './progress.ts';

export const print = (text: string) => process.stdout.write(text);
export const printJson = (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`);

export const orgOption = () =>
  new Option('--org <name or file>', 'an organization under apps/, or the file of its definition')
    .env('BULKHEAD_ORG')
    .default('acme');
export const jsonOption = () => new Option('--json', 'print data instead of a table');

export interface OrgOptions {
  readonly org: string;
  readonly json?: true;
}

/** Lines below a command's help. */
export const examples = (...lines: readonly string[]) =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

/** Runs a command; whatever happens, the terminal is given back. */
export async function withContext<Result>(work: (context: CommandContext) => Promise<Result>): Promise<Result> {
  const progress = terminalProgress();
  try {
    return await work({ workspace: findWorkspace(process.cwd()), environment: process.env, progress });
  } catch (error) {
    progress.stop();
    throw error;
  }
}
