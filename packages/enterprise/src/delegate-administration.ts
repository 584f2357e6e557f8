import type { StackContext } from '@bulkhead/baseline';
import { delegationsOf } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { DelegatedAdministrator } from './delegated-administrator.ts';
import { RegionalAdministrator } from './regional-administrator.ts';
import { TrailAdministrator } from './trail-administrator.ts';

export interface Administrators {
  /** Ids of accounts by name. */
  readonly accountIds: ReadonlyMap<string, string>;
  /** A provider per Region of the management account. */
  readonly providers: ReadonlyMap<string, AwsProvider>;
}

/**
 * Hands out the administration of services: the management account runs nothing. It stands directly in the stack.
 *
 * @returns whether that of GuardDuty and Security Hub is handed out, which waits for the detectors of the account
 */
export function delegateAdministration(
  stack: Construct,
  { organization, lock }: StackContext,
  { accountIds, providers }: Administrators,
): boolean {
  const detectors = lock.sharedServices?.detectors ?? {};
  const regional = [...providers].filter(([region]) => detectors[region] !== undefined);
  for (const { service, account, by } of delegationsOf(organization)) {
    const accountId = accountIds.get(account) ?? '';
    const id = `delegate-${service.replace('.amazonaws.com', '').replaceAll('.', '-')}`;
    switch (by) {
      case 'organizations':
        new DelegatedAdministrator(stack, id, { accountId, servicePrincipal: service });
        break;
      case 'cloudtrail':
        new TrailAdministrator(stack, id, { accountId });
        break;
      case 'guardduty':
      case 'securityhub':
        for (const [region, provider] of regional) {
          new RegionalAdministrator(stack, `${id}-${region}`, { accountId, service: by, provider });
        }
    }
  }
  return regional.length > 0;
}
