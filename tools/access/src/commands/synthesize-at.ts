import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** Lines of a failed command that are passed on; its first ones say what is wrong. */
const shown = 5;

/**
 * Does something with an organization as it was at a git ref: the ref is checked out, built and synthesized in a folder of
 * its own, which is gone afterwards. Nothing in the working tree is touched.
 *
 * @param folder the organization's folder: `apps/acme`
 * @param ref a branch, a tag or a commit
 * @throws Error when there is no such ref, or it doesn't build
 */
export async function withSynthesizedAt<Result>(
  folder: string,
  ref: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const root = run('git', ['rev-parse', '--show-toplevel'], folder, `${folder} is in no git repository`).trim();
  const commit = run(
    'git',
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    root,
    `git knows no branch, tag or commit of that name, got: '${ref}'`,
  ).trim();
  const parent = mkdtempSync(join(realpathSync(tmpdir()), 'access-'));
  const tree = join(parent, 'tree');
  run('git', ['worktree', 'add', '--detach', '--quiet', tree, commit], root, `git does not check ${ref} out`);
  try {
    const path = relative(realpathSync(root), realpathSync(folder));
    if (!existsSync(join(tree, path, 'package.json'))) {
      throw new Error(`there is no ${path} at ${ref}, name a ref that has the organization`);
    }
    linkPackages(root, tree);
    const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
    run('node', [compiler, '--build', path], tree, `${path} does not build at ${ref}, with the packages of today`);
    run('node', [join(path, 'dist', 'main.js')], tree, `${path} is not synthesized at ${ref}`, {
      CDKTF_OUTDIR: join(tree, path, 'cdktf.out'),
    });
    return await use(join(tree, path));
  } finally {
    spawnSync('git', ['worktree', 'remove', '--force', tree], { cwd: root });
    rmSync(parent, { recursive: true, force: true });
  }
}

/**
 * The packages that are installed, without a copy of them. Workspaces are linked by where they stand in the tree, so that
 * the tree uses its own.
 */
function linkPackages(root: string, tree: string): void {
  const [installed, linked] = [join(root, 'node_modules'), join(tree, 'node_modules')];
  mkdirSync(linked);
  for (const entry of readdirSync(installed, { withFileTypes: true })) {
    const [from, to] = [join(installed, entry.name), join(linked, entry.name)];
    if (entry.name !== '@bulkhead') {
      symlinkSync(from, to);
      continue;
    }
    mkdirSync(to);
    for (const name of readdirSync(from)) {
      const workspace = readlinkSync(join(from, name));
      symlinkSync(workspace, join(to, name));
      // what npm couldn't install for all workspaces together
      const own = join(from, name, 'node_modules');
      if (existsSync(own) && existsSync(join(to, name))) symlinkSync(own, join(to, name, 'node_modules'));
    }
  }
}

function run(
  command: string,
  words: readonly string[],
  cwd: string,
  otherwise: string,
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync(command, words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  const said = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  throw new Error([otherwise, ...said.slice(0, shown).map((line) => `  ${line}`)].join('\n'));
}
