import { type Organization, accountsOf } from '@bulkhead/model';

/** What a person does where there are more accounts than AWS lets the organization have. */
export const raiseQuota = 'ask AWS for more in the management account, then write accountQuota into the definition';

/** A warning where an organization has more accounts, with the management account, than AWS lets it have. */
export function overQuota(organization: Organization): readonly string[] {
  const accounts = accountsOf(organization).length + 1;
  const { accountQuota } = organization;
  return accounts > accountQuota
    ? [
        `${accounts} accounts with the management account, AWS lets the organization have ${accountQuota}: ${raiseQuota}`,
      ]
    : [];
}
