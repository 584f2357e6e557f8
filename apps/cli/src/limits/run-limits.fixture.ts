import type { LocalAws } from '@bulkhead/local-aws';
import { execa } from 'execa';
import { type Outcome, program } from '../run-bulkhead.fixture.ts';
import type { ScratchFolder } from '../scratch-folder.fixture.ts';
import { definitionIn } from './shop.fixture.ts';

/** What a command is run with. */
export interface LimitsRun {
  readonly aws: LocalAws;
  readonly folder: ScratchFolder;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A command that runs. */
export interface RunningLimits {
  /** Ends it at once, as if the machine had lost its power. */
  kill(): void;
  readonly ended: Promise<Outcome & { readonly signal: string | undefined }>;
}

/** Starts the built command for the shop, in its folder, on a terminal so wide that no sentence is broken. */
export function startLimits(args: readonly string[], { aws, folder, env = {} }: LimitsRun): RunningLimits {
  const child = execa(process.execPath, [program, 'limits', ...args, '--org', definitionIn(folder)], {
    cwd: folder.path,
    env: { BULKHEAD_ORG: undefined, FORCE_COLOR: undefined, COLUMNS: '500', ...aws.environment, ...env },
    reject: false,
    stripFinalNewline: false,
  });
  return {
    kill: () => child.kill('SIGKILL'),
    ended: child.then(({ exitCode, signal, stdout, stderr }) => ({ exitCode, signal, stdout, stderr })),
  };
}

export async function runLimits(args: readonly string[], run: LimitsRun): Promise<Outcome> {
  const { exitCode, stdout, stderr } = await startLimits(args, run).ended;
  return { exitCode, stdout, stderr };
}
