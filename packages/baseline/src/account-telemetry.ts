import { type Account, enterpriseAccountName, logDestinationArn } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { type AccountStack, accountId } from './account-stack.ts';
import { addConfigRecorders } from './config-recorders.ts';
import { LogSubscription } from './log-subscription.ts';
import { ObservabilityLink } from './observability-link.ts';
import type { StackContext } from './stack-context.ts';

/**
 * Adds what sends an account's telemetry to shared services: records of AWS Config, a link in every Region, and the logs
 * of applications, where there are any.
 *
 * Shared services sends nothing to itself: no link leads from a sink to itself, and its recorders wait for its bucket.
 * All stands directly in the stack, with flat ids: a construct around it would move the addresses that are there.
 */
export function addTelemetry(
  stack: AccountStack,
  account: Account,
  context: StackContext,
  providers: ReadonlyMap<string, AwsProvider>,
): void {
  if (account.kind === 'shared-services') return;
  const { organization, lock } = context;
  addConfigRecorders(stack, account, context, providers);
  const sharedServicesId = accountId(enterpriseAccountName(organization.name, 'shared-services'), context);
  for (const [region, provider] of providers) {
    new ObservabilityLink(stack, `link-${region}`, { provider, sinkArn: lock.sharedServices?.sinks?.[region] ?? '' });
    if (account.kind !== 'runtime') continue;
    const destinationArn = logDestinationArn(region, sharedServicesId, account.unit);
    new LogSubscription(stack, `logs-${region}`, { provider, destinationArn });
  }
}
