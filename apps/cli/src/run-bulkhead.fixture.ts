import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

/** The root of the workspace. */
export const workspace = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** The command as it is built. */
export const program = fileURLToPath(new URL('../bin/bulkhead.js', import.meta.url));

/** Commands that look at what has ended by today. */
const dated: ReadonlySet<string> = new Set(['check', 'what-if', 'deploy']);
const startOnDay = new URL('../dist/start-on-day.fixture.js', import.meta.url).href;

/** What a command left behind. */
export interface Outcome {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the built command as a person would, 120 columns wide and without colours where nothing else is said; on the day of
 * tests where it looks at what has ended.
 */
export async function runBulkhead(
  args: readonly string[],
  { cwd = workspace, env = {} }: { cwd?: string; env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<Outcome> {
  const onDay = dated.has(args[0] ?? '') ? ['--import', startOnDay] : [];
  const { exitCode, stdout, stderr } = await execa(process.execPath, [...onDay, program, ...args], {
    cwd,
    env: { BULKHEAD_ORG: undefined, FORCE_COLOR: undefined, NO_COLOR: undefined, COLUMNS: '120', ...env },
    reject: false,
    stripFinalNewline: false,
  });
  return { exitCode, stdout, stderr };
}

/** Expects a mistake of the person to be told: on standard error alone, with exit code 1 and without a trace. */
export function expectRefusal(outcome: Outcome, ...messages: readonly string[]): void {
  expect(outcome).toMatchObject({ exitCode: 1, stdout: '' });
  for (const message of messages) expect(outcome.stderr).toContain(message);
  expect(outcome.stderr).toMatch(/^error: /m);
  expect(outcome.stderr).not.toMatch(/^ {4}at |defect in bulkhead|\.\n?$/m);
}
