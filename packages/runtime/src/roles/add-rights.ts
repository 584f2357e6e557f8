import type { StackContext } from '@bulkhead/baseline';
import type { RuntimeAccount } from '@bulkhead/model';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';

/** Says what the local roles of an account's people may do there, by how sensitive its data is. */
export function addRights(_: RuntimeAccountStack, __: RuntimeAccount, ___: StackContext): void {
  // nothing yet
}
