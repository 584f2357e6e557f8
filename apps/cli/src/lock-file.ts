import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lock, renderLock } from '@bulkhead/model';

/** The lock of the organization in a folder. */
export function lockFile(folder: string): string {
  return join(folder, 'organization.lock.json');
}

/** Replaces the lock in one step: whoever reads it sees the old one or the new one, also after a power cut. */
export async function writeLock(folder: string, lock: Lock): Promise<void> {
  const file = lockFile(folder);
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, renderLock(lock), { flush: true });
  await rename(draft, file);
}
