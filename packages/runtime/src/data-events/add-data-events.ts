import type { StackContext } from '@bulkhead/baseline';
import type { RuntimeAccount } from '@bulkhead/model';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';

/** Records who reads and writes which object, where data is sensitive. */
export function addDataEvents(_: RuntimeAccountStack, __: RuntimeAccount, ___: StackContext): void {
  // nothing yet
}
