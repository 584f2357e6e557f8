import type { StackContext } from '@bulkhead/baseline';
import { missingInLock, stacksOf } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { RuntimeAccountStack } from './runtime-account-stack.ts';

/** The stacks of all runtime accounts that the lock has ids for. Constructs of a unit's own can be added to them. */
export function runtimeStacks(scope: Construct, context: StackContext): readonly RuntimeAccountStack[] {
  const { organization, lock } = context;
  return stacksOf(organization).flatMap((stack) =>
    stack.content.kind === 'account' &&
    stack.content.account.kind === 'runtime' &&
    missingInLock(stack, organization, lock).length === 0
      ? [new RuntimeAccountStack(scope, stack.content.account, context)]
      : [],
  );
}
