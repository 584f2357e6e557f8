import type { Account } from '@bulkhead/model';
import type { AccountStack } from './account-stack.ts';
import type { StackContext } from './stack-context.ts';

/** Adds the role as which Terraform plans: it reads settings, and no data. It stands directly in the stack. */
export function addPlanner(_: AccountStack, __: Account, ___: StackContext): void {
  // no account has it yet
}
