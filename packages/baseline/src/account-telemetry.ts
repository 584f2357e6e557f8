import type { Account } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { AccountStack } from './account-stack.ts';
import { ObservabilityLink } from './observability-link.ts';
import type { StackContext } from './stack-context.ts';

/**
 * Adds what sends an account's telemetry to shared services.
 *
 * It stands directly in the stack, with flat ids: a construct around it would move the addresses that are there.
 */
export function addTelemetry(
  stack: AccountStack,
  account: Account,
  { lock }: StackContext,
  providers: ReadonlyMap<string, AwsProvider>,
): void {
  if (account.kind !== 'runtime') return;
  for (const [region, provider] of providers) {
    new ObservabilityLink(stack, `link-${region}`, { provider, sinkArn: lock.sharedServices?.sinks?.[region] ?? '' });
  }
}
