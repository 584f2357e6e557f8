import { rename, rm, writeFile } from 'node:fs/promises';
import { type Plan, renderPlan } from '@bulkhead/controller';
import { UserError } from '../user-error.ts';

/**
 * Replaces a plan file in one step: whoever reads it sees the plan of before or this one, also when the process is killed.
 *
 * @throws UserError when it can't be written
 */
export async function writePlan(file: string, plan: Plan): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, renderPlan(plan), { flush: true });
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new UserError(`the plan can't be written to ${file}: ${(cause as Error).message}`, { cause });
  }
}
