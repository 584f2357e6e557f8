import type { StackContext } from '@bulkhead/baseline';
import type { RuntimeAccount } from '@bulkhead/model';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';

/** Backs an account's data up, and copies it to the account that takes over from it. */
export function addBackup(_: RuntimeAccountStack, __: RuntimeAccount, ___: StackContext): void {
  // nothing yet
}
