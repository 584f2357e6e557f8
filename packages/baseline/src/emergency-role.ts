import type { Account } from '@bulkhead/model';
import type { AccountStack } from './account-stack.ts';
import type { StackContext } from './stack-context.ts';

/** Adds the role that break-glass users become. It stands directly in the stack, with a flat id. */
export function addEmergencyRole(_: AccountStack, __: Account, ___: StackContext): void {
  // no account has it yet
}
