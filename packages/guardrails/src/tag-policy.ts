import { type Organization, accountsOf, dataClasses, enterpriseUnit } from '@bulkhead/model';

/** Phase of what stands in the management account, which is no account of the definition. */
const managementPhase = 'management';

/**
 * How the five tags are written, and the values of those that are a choice: what differs is reported as noncompliant.
 * Nothing is enforced, so no call fails for a tag.
 *
 * Source: AWS Organizations User Guide, tag policy syntax.
 */
export function tagPolicy(organization: Organization): unknown {
  const accounts = accountsOf(organization);
  const values = {
    BusinessUnit: [enterpriseUnit, ...accounts.map(({ unit }) => unit)],
    CostCenter: undefined,
    DataClass: dataClasses,
    Owner: undefined,
    Phase: [managementPhase, ...accounts.map(({ phase }) => phase)],
  };
  const tags = Object.entries(values).map(([key, allowed]) => [
    key,
    { tag_key: { '@@assign': key }, ...(allowed && { tag_value: { '@@assign': [...new Set(allowed)].sort() } }) },
  ]);
  return { tags: Object.fromEntries(tags) as unknown };
}
