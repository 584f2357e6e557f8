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

/** Runs a command before the person's eyes. Why it failed, it has said itself. */
export async function showCommand({ file, args, shown }: ProductCommand, workspace: string): Promise<void> {
  const { failed } = await execa(process.execPath, [file, ...args], {
    cwd: workspace,
    stdio: 'inherit',
    reject: false,
  });
  if (failed) throw new Error(`the tour ends here, because ${shown} failed`);
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
