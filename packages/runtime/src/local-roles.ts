import type { AccountStack, StackContext } from '@bulkhead/baseline';
import type { RuntimeAccount } from '@bulkhead/model';

/** Adds the local roles of the account's people. They stand directly in the stack, with flat ids: `appeng`. */
export function addLocalRoles(_: AccountStack, __: RuntimeAccount, ___: StackContext): void {
  // no account has them yet
}
