import { type EnterpriseAccountKind, enterpriseAccountName } from './account-names.ts';
import { defaultDelegations, identityCenterService } from './delegable-services.ts';
import type { Organization } from './organization.ts';

/** A service that is administered outside of the management account. */
export interface Delegation {
  /** Service principal: `guardduty.amazonaws.com`. */
  readonly service: string;
  /** Name of the account. */
  readonly account: string;
  /**
   * How AWS is told: CloudTrail through its own call, which makes service-linked roles; GuardDuty and Security Hub by
   * theirs in every Region; the others through Organizations.
   */
  readonly by: 'cloudtrail' | 'guardduty' | 'securityhub' | 'organizations';
}

/** Services whose administration is handed out, each to one account: Identity Center to identity, the others to Hotel Audit. */
export function delegationsOf({ name, enterprise }: Organization): readonly Delegation[] {
  return enterprise.delegated.map((service) => ({
    service,
    account: enterpriseAccountName(name, administratorOf(service)),
    by: ownWays.find((way) => service === `${way}.amazonaws.com`) ?? 'organizations',
  }));
}

const ownWays = ['cloudtrail', 'guardduty', 'securityhub'] as const;

const administratorOf = (service: string): EnterpriseAccountKind =>
  service === identityCenterService ? 'identity' : 'shared-services';

/** Service principals: what the product needs, Identity Center where people come from there, and what a definition adds. */
export function delegatedServices(
  signIn: Organization['enterprise']['signIn'],
  further: readonly string[],
): readonly string[] {
  const center = signIn === 'identity-center' ? [identityCenterService] : [];
  return [...new Set([...defaultDelegations, ...center, ...further])];
}
