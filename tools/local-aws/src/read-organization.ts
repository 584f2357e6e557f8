import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Lock, emptyLock, parseLock } from '@bulkhead/model';
import { type TerraformStack, parseTerraformStack } from './terraform-stack.ts';

/**
 * Reads every stack of a folder like `apps/acme/cdktf.out/stacks`.
 *
 * @throws Error that says how to make the folder where it is missing
 */
export function readTerraformStacks(folder: string): readonly TerraformStack[] {
  return readNames(folder).map((name) =>
    parseTerraformStack(name, readFileSync(join(folder, name, 'cdk.tf.json'), 'utf8')),
  );
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw new Error(`there is no synthesized Terraform in ${folder}, run the organization's synth first`, { cause });
  }
}

/** Reads a lock; an organization that was never deployed has none. */
export function readLock(file: string): Lock {
  try {
    return parseLock(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyLock;
    throw error;
  }
}
