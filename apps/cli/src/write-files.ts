import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { uninterrupted } from './uninterrupted.ts';
import { UserError } from './user-error.ts';

/** A file to write; the path is relative to the folder that they go to. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes files into a folder, all of them or none, also when the person interrupts: they are put in place once every
 * one is written and nothing stands in the way.
 *
 * @throws UserError when the folder can't be written
 */
export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  try {
    await uninterrupted(() => writeAll(folder, files));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`the folder ${folder} can't be written, choose another one: ${reason}`, { cause });
  }
}

async function writeAll(folder: string, files: readonly OutputFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = await mkdtemp(join(folder, '.draft-'));
  try {
    for (const { path, content } of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), content);
    }
    for (const { path } of files) await makeRoom(join(folder, path));
    for (const { path } of files) await rename(join(draft, path), join(folder, path));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function makeRoom(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory() === true) throw new Error(`${file} is a folder`);
}
