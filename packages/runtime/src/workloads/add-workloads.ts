import type { StackContext } from '@bulkhead/baseline';
import type { RuntimeAccount } from '@bulkhead/model';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';

/** Adds the roles of an account's workloads, with what grants let them do in other accounts. */
export function addWorkloads(_: RuntimeAccountStack, __: RuntimeAccount, ___: StackContext): void {
  // nothing yet
}
