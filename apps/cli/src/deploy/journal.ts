import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Which stacks an unfinished deployment has brought to AWS, and a digest of what each of them held.
 *
 * A deployment that is run again skips them. It is gone once the deployment is complete: afterwards Terraform's own
 * plan says what there is to do.
 */
export interface Journal {
  has(stack: string, digest: string): boolean;
  add(stack: string, digest: string): Promise<void>;
  remove(): Promise<void>;
}

/** Opens the journal of the organization in a folder. One that can't be read is taken for none: nothing is skipped. */
export async function openJournal(folder: string): Promise<Journal> {
  const file = join(folder, '.bulkhead', 'deployment.json');
  const done = new Map(Object.entries(await readDigests(file)));
  return {
    has: (stack, digest) => done.get(stack) === digest,
    add: async (stack, digest) => {
      done.set(stack, digest);
      await mkdir(dirname(file), { recursive: true });
      const draft = `${file}.${process.pid}.tmp`;
      await writeFile(draft, JSON.stringify(Object.fromEntries(done), null, 2), { flush: true });
      await rename(draft, file);
    },
    remove: async () => {
      done.clear();
      await rm(file, { force: true });
    },
  };
}

async function readDigests(file: string): Promise<Record<string, string>> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof content === 'object' && content !== null ? (content as Record<string, string>) : {};
  } catch {
    return {};
  }
}
