import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from './user-error.ts';

/** A file to write; the path is relative to the folder that they go to. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes files into a folder, all of them or none: they are put in place once every one is written.
 *
 * @throws UserError when the folder can't be written
 */
export async function writeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(join(folder, '.draft-'));
    try {
      for (const { path, content } of files) {
        await mkdir(dirname(join(draft, path)), { recursive: true });
        await writeFile(join(draft, path), content);
      }
      for (const { path } of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await rename(join(draft, path), join(folder, path));
      }
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`the folder ${folder} can't be written: ${reason}`, { cause });
  }
}
