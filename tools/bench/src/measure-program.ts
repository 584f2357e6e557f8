import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

/** A program to run in a process of its own. */
export interface Program {
  /** For people: `bulkhead`, `bare cdktf`. */
  readonly name: string;
  /** Path of its JavaScript. */
  readonly path: string;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** One run of a program. */
export interface Sample {
  /** Milliseconds from starting the process to its end. */
  readonly wall: number;
  /** Largest resident set of the process, in bytes. */
  readonly peakMemory: number;
  /** What the program wrote to standard output. */
  readonly output: string;
}

const reportUsage = new URL('programs/report-usage.js', import.meta.url).href;

/** Runs a program once. Throws, with what it wrote to standard error, if it fails. */
export async function measureProgram(program: Program): Promise<Sample> {
  const { path, arguments: parameters = [], environment = {} } = program;
  const result = await execa(process.execPath, ['--import', reportUsage, path, ...parameters], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  }).catch((cause: unknown) => {
    throw new Error(`${program.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  const { peakMemory } = JSON.parse(result.stdio[3]) as { readonly peakMemory: number };
  return { wall: result.durationMs, peakMemory, output: result.stdout };
}

/** Path of a compiled program of this folder. */
export const ownProgram = (name: string) => fileURLToPath(new URL(`programs/${name}.js`, import.meta.url));
