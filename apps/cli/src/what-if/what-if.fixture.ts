import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runBulkhead, workspace } from '../run-bulkhead.fixture.ts';
import { openScratchFolder } from '../scratch-folder.fixture.ts';

// what others leave behind meanwhile is not for these tests to find
const temporary = openScratchFolder();
afterAll(() => temporary.remove());

/** Runs `bulkhead what-if`. */
export const whatIf = (args: readonly string[], options: Parameters<typeof runBulkhead>[1] = {}) =>
  runBulkhead(['what-if', ...args], { ...options, env: { TMPDIR: temporary.path, ...options.env } });

/** Size and time of every file of an organization, and folders left behind for temporary files. */
export const traces = () => ({
  files: readdirSync(join(workspace, 'apps/acme'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('node_modules'))
    .sort()
    .map((name) => [name, statSync(join(workspace, 'apps/acme', name)).mtimeMs]),
  left: readdirSync(temporary.path),
});

/** What a test reads of the answer as data. */
export interface Finding {
  readonly good: boolean;
  readonly problems: readonly { readonly path: string }[];
  readonly removed: readonly string[];
  readonly held: readonly { readonly grant: string }[];
  readonly ended: readonly string[];
  readonly endings: readonly string[];
  readonly accounts: { readonly left: number; readonly closed: readonly string[] };
  readonly terraform: {
    readonly reason?: string;
    readonly stacks: readonly {
      readonly stack: string;
      readonly is: string;
      readonly gone: readonly { readonly address: string; readonly protected: boolean }[];
    }[];
  };
}

export const findingOf = (stdout: string) => JSON.parse(stdout) as Finding;
