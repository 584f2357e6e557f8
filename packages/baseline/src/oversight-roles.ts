import type { Account } from '@bulkhead/model';
import type { AccountStack } from './account-stack.ts';
import type { StackContext } from './stack-context.ts';

/** Adds the roles of auditors and security administrators. They stand directly in the stack, with flat ids. */
export function addOversightRoles(_: AccountStack, __: Account, ___: StackContext): void {
  // no account has it yet
}
