import { join } from 'node:path';
import { execa } from 'execa';

/** A command of the product, as a person would type it. */
export interface ProductCommand {
  readonly shown: string;
  readonly file: string;
  readonly args: readonly string[];
}

/** `npx bulkhead …`. */
export function bulkhead(...args: readonly string[]): ProductCommand {
  return { shown: ['npx bulkhead', ...args].join(' '), file: join('apps', 'cli', 'bin', 'bulkhead.js'), args };
}

/** `npx nx …`. */
export function nx(...args: readonly string[]): ProductCommand {
  return { shown: ['npx nx', ...args].join(' '), file: join('node_modules', 'nx', 'dist', 'bin', 'nx.js'), args };
}

export interface ShowOptions {
  /** What points the command at an AWS. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How the command may end. Default: 0 only. */
  readonly exitCodes?: readonly number[];
}

/** Runs a command before the person's eyes. Why it failed, it has said itself. */
export async function showCommand(
  { file, args, shown }: ProductCommand,
  workspace: string,
  { environment = {}, exitCodes = [0] }: ShowOptions = {},
): Promise<void> {
  const { exitCode } = await execa(process.execPath, [file, ...args], {
    cwd: workspace,
    env: { ...withoutAws(), ...environment },
    stdio: 'inherit',
    reject: false,
  });
  if (exitCode === undefined || !exitCodes.includes(exitCode)) {
    throw new Error(`the tour ends here, because ${shown} failed`);
  }
}

/** Nothing that the person's shell says of a real AWS reaches a command of the tour. */
function withoutAws(): Readonly<Record<string, undefined>> {
  const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** Runs a command and returns what it prints; what it says when it fails is the error. */
export async function readCommand({ file, args, shown }: ProductCommand, workspace: string): Promise<string> {
  const result = await execa(process.execPath, [file, ...args], {
    cwd: workspace,
    // a tour leaves no server behind
    env: { NX_DAEMON: 'false', FORCE_COLOR: '0' },
    all: true,
    reject: false,
  });
  if (result.failed) throw new Error(`${shown} failed\n\n${result.all}`);
  return result.stdout;
}
