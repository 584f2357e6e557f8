import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { SourceError } from '@bulkhead/spend';
import { filesInManifests, isManifest } from './manifests.ts';
import { throwAll } from './read-failure.ts';

/** A file to read. */
export interface FoundFile {
  readonly path: string;
  /** Whether somebody named it, a person or a manifest: then it has to hold something. */
  readonly named: boolean;
}

/**
 * The billing files that paths stand for: files, folders and globs. A folder with manifests stands for what the newest
 * manifest of each billing period lists, any other folder for the billing files in it and under it.
 *
 * Each file comes once, in the order of its path. Rejects with one `SourceError` that lists everything that is wrong.
 */
export async function findBillingFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  if (paths.length === 0) throw new SourceError('no billing export given; give a file, a folder or a glob');
  const found = new Map<string, FoundFile>();
  const problems: SourceError[] = [];
  for (const path of paths) {
    try {
      for (const file of await filesAt(path)) {
        const real = await realpath(file.path);
        const before = found.get(real);
        found.set(real, before === undefined ? file : { path: before.path, named: before.named || file.named });
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(error);
    }
  }
  throwAll(problems);
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesAt(path: string): Promise<readonly FoundFile[]> {
  const kind = await kindOf(path);
  if (kind === 'folder') return filesInFolder(path);
  if (kind === 'file') return [{ path, named: true }];
  if (!/[*?[{]/.test(path)) {
    throw new SourceError(`no such file or folder: ${path}; exports are read from this machine, download them first`);
  }
  const matches = await glob(path, { absolute: path.startsWith('/'), expandDirectories: false, onlyFiles: true });
  const files = matches.filter(isBillingFile);
  if (files.length > 0) return files.map((file) => ({ path: file, named: false }));
  const folders = await glob(path, { absolute: path.startsWith('/'), expandDirectories: false, onlyDirectories: true });
  if (folders.length === 0) {
    throw new SourceError(
      `no .csv, .csv.gz or .parquet file matches ${path}; correct the pattern, or quote it for the shell`,
    );
  }
  return (await Promise.all(folders.map(filesInFolder))).flat();
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'absent'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'absent';
  }
}

async function filesInFolder(folder: string): Promise<readonly FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory() && !/^[._]/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const manifests = paths.filter(isManifest);
  if (manifests.length > 0) {
    return (await filesInManifests(folder, manifests, paths)).map((path) => ({ path, named: true }));
  }
  const files = paths.filter(isBillingFile);
  if (files.length === 0) {
    throw new SourceError(`no billing file in ${folder}; expected .csv, .csv.gz or .parquet files, or a manifest`);
  }
  return files.map((path) => ({ path, named: false }));
}

// A zip is no file that can be read, but one that must not be passed over in silence.
function isBillingFile(path: string): boolean {
  return /\.(csv|csv\.gz|parquet|zip)$/i.test(path);
}
