import { type Organization, type RuntimeAccount, grantsTo, runtimeAccountsOf } from '@bulkhead/model';
import { idOf, idsOfKinds } from './enterprise-ids.ts';
import type { OrganizationIds } from './organization-ids.ts';
import type { Condition, Statement } from './policy.ts';

/**
 * What holds data and is under resource control policies. SNS, Lambda, Kinesis, RDS, Backup and EC2 are not, nor is
 * `kms:RetireGrant`: `denyCrossing` stands there. Source: AWS Organizations User Guide, list of AWS services that support
 * RCPs, October 2026.
 */
const services = ['dynamodb', 'ecr', 'events', 'kms', 's3', 'secretsmanager', 'sqs'] as const;

/**
 * Of resource control policies: resources of a runtime account answer their own account only, whatever their policies
 * say, and accounts that grants come from. Its roles answer, besides, those in which people sign in and pipelines run.
 *
 * Accounts that the definition trusts stay let in for their services, and so do AWS's own services.
 *
 * @param account an account that grants lead to; undefined for the unit Runtime, where all others stand
 */
export function onlyOwnAccounts(
  organization: Organization,
  account: RuntimeAccount | undefined,
  ids: OrganizationIds,
): readonly Statement[] {
  const trusted = (service: string) =>
    organization.enterprise.trustedAccounts
      .filter((each) => (each.services as readonly string[]).includes(service))
      .map((each) => each.account);
  const deny = (Sid: string, action: string, accounts: readonly string[], where: Condition = {}): Statement => ({
    Sid,
    Effect: 'Deny',
    Action: [action],
    Resource: ['*'],
    Condition: {
      BoolIfExists: { 'aws:PrincipalIsAWSService': ['false'] },
      StringNotEqualsIfExists: { 'aws:PrincipalAccount': [...new Set(accounts)] },
      ...where,
    },
  });
  const foreigners = (accounts: readonly string[], where?: Condition) =>
    services.map((service) => deny('Foreigners', `${service}:*`, [...accounts, ...trusted(service)], where));
  if (account) {
    const granted = grantsTo(organization, account).map(({ from }) => idOf(from.account, ids.accountIds));
    return foreigners([idOf(account.name, ids.accountIds), ...granted]);
  }
  const own = '${aws:ResourceAccount}';
  const receiving = runtimeAccountsOf(organization)
    .filter((each) => grantsTo(organization, each).length > 0)
    .map(({ name }) => idOf(name, ids.accountIds));
  const platform = [...idsOfKinds(organization, ['identity', 'delivery'], ids), ids.managementAccountId];
  return [
    ...foreigners([own], receiving.length > 0 ? { StringNotEquals: { 'aws:ResourceAccount': receiving } } : {}),
    // no grant leads to a role, so that it holds where grants lead as well
    deny('BecomeForeign', 'sts:AssumeRole', [own, ...platform, ...trusted('sts')]),
  ];
}
