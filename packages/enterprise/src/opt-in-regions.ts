import type { AccountStack } from '@bulkhead/baseline';
import { type Account, isClosing, isOptInRegion } from '@bulkhead/model';
import { AccountRegion } from '@cdktf/provider-aws/lib/account-region/index.js';

/**
 * Adds that AWS enables the Regions that are off by default: in every account for those in which it works, and in the
 * management account, which names administrators of services there. They stand directly in the stack.
 *
 * AWS takes minutes for it, at times hours, and Terraform waits: the accounts' own stacks come in later waves. What goes
 * from the definition stays enabled, since the provider disables nothing on its own.
 *
 * Source: AWS Account Management, EnableRegion: the management account may not name its own id.
 *
 * @param managed accounts and their ids
 * @param regions those of the management account
 */
export function addOptInRegions(
  stack: AccountStack,
  managed: readonly { readonly account: Account; readonly id: string }[],
  regions: readonly string[],
): void {
  const enable = (id: string, regionName: string, accountId?: string) =>
    new AccountRegion(stack, id, {
      regionName,
      enabled: true,
      ...(accountId !== undefined && { accountId }),
      timeouts: { create: patience, update: patience },
    });
  for (const region of regions.filter(isOptInRegion)) enable(`region-${region}`, region);
  for (const { account, id } of managed) {
    if (isClosing(account)) continue;
    for (const region of account.regions.filter(isOptInRegion)) enable(`region-${account.name}-${region}`, region, id);
  }
}

/** How long Terraform waits for AWS. */
const patience = '120m';
