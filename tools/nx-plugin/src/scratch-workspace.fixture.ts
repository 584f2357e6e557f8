import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A copy of the workspace under version control, in which a test may change what it likes. */
export interface ScratchWorkspace {
  readonly folder: string;
  /** Names of the projects that Nx would run tasks for, had a person changed this file. */
  affectedBy(file: string): readonly string[];
  remove(): void;
}

const leftOut = new Set(['.git', '.nx', 'cdktf.out', 'dist', 'node_modules', 'out']);

/** Copies what is checked in of the workspace at `root`, with its installed packages linked. */
export function scratchWorkspace(root: string): ScratchWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-workspace-'));
  for (const entry of readdirSync(root).filter((name) => !leftOut.has(name))) {
    cpSync(join(root, entry), join(folder, entry), {
      recursive: true,
      filter: (source) => !leftOut.has(basename(source)),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));

  const run = (command: string, ...args: readonly string[]) =>
    execFileSync(command, args, { cwd: folder, env: environment(folder), encoding: 'utf8' });
  const git = (...args: readonly string[]) =>
    run('git', '-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...args);
  const nx = (...args: readonly string[]) =>
    run(process.execPath, join('node_modules', 'nx', 'dist', 'bin', 'nx.js'), ...args);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=start');

  return {
    folder,
    affectedBy(file) {
      appendFileSync(join(folder, file), '\n');
      const projects = JSON.parse(nx('show', 'projects', '--affected', '--base=HEAD', '--json')) as readonly string[];
      git('checkout', '--quiet', '--', file);
      return projects;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** This process may itself be a task of Nx, in another workspace and with its settings. */
function environment(folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(NX|GIT)_/.test(name));
  return {
    ...Object.fromEntries(inherited),
    NX_DAEMON: 'false',
    NX_CACHE_DIRECTORY: join(folder, '.nx', 'cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(folder, '.nx', 'workspace-data'),
  };
}
