import type { StackContext } from '@bulkhead/baseline';
import type { RuntimeAccount } from '@bulkhead/model';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';

/** Adds the stores that the definition gives an account, and lets those in that grants name. */
export function addStores(_: RuntimeAccountStack, __: RuntimeAccount, ___: StackContext): void {
  // nothing yet
}
