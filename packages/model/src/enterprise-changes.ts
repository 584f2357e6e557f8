import { type PropertyChange, changedProperties } from './change.ts';
import { isDerivedGroup } from './groups.ts';
import type { Enterprise, Organization } from './organization.ts';

/** Settings that hold for no single account. */
export function enterpriseChanges(before: Organization, after: Organization): readonly PropertyChange[] {
  return changedProperties(properties(before), properties(after));
}

function properties(organization: Organization): ReadonlyMap<string, string> {
  const { enterprise, businessUnits, groups, pipelines } = organization;
  return new Map<string, string>([
    ['account quota', String(organization.accountQuota)],
    ...settings(enterprise),
    ...enterprise.delegated.map((service) => [`delegated ${service}`, 'yes'] as const),
    ...enterprise.trustedAccounts.map(
      ({ account, services, owner, reason }) =>
        [`trusted account ${account}`, `${services.join(', ')}; ${owner}; ${reason}`] as const,
    ),
    ...[{ name: 'enterprise', images: enterprise.images }, ...businessUnits].flatMap(({ name, images }) =>
      images.map((image) => [`image ${image} of ${name}`, 'yes'] as const),
    ),
    ...groups
      .filter(({ name }) => !isDerivedGroup(organization, name))
      .map(({ name, becomes }) => {
        const reach = becomes.map(({ account, role }) => `${role} in ${account}`).join(', ');
        return [`group ${name}`, reach] as const;
      }),
    ...pipelines.flatMap(({ repository, unit, environments }) =>
      environments.map(
        ({ name, subjects }) => [`plan of ${name} of ${repository} for ${unit}`, subjects.plan] as const,
      ),
    ),
  ]);
}

const settings = (enterprise: Enterprise): readonly (readonly [property: string, value: string])[] => [
  ['sign in', enterprise.signIn],
  ['second factor', `${enterprise.secondFactorMinutes} minutes`],
  ['retention', enterprise.retentionYears === 1 ? '1 year' : `${enterprise.retentionYears} years`],
  ['lock', enterprise.lock],
  ['security alarms', enterprise.alarms.security.join(', ')],
  ['operations alarms', enterprise.alarms.operations.join(', ')],
  ['data events', enterprise.dataEvents],
  ['policy limits', enterprise.policyLimits],
];
