import { type PropertyChange, changedProperties } from './change.ts';
import { isDerivedGroup } from './groups.ts';
import type { Enterprise, Organization } from './organization.ts';

/** Settings that hold for no single account. */
export function enterpriseChanges(before: Organization, after: Organization): readonly PropertyChange[] {
  return changedProperties(properties(before), properties(after));
}

function properties(organization: Organization): ReadonlyMap<string, string> {
  const { enterprise, phases, businessUnits, groups, pipelines } = organization;
  return new Map<string, string>([
    ['organization of AWS', origins[organization.origin]],
    ['Terraform state, deploying moves it', states[organization.state]],
    ['account quota', String(organization.accountQuota)],
    ...settings(enterprise),
    ...phases.flatMap(({ name, follows }) =>
      follows === undefined ? [] : [[`phase ${name} follows`, follows] as const],
    ),
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

const origins: Readonly<Record<Organization['origin'], string>> = {
  new: 'new, created by the first deployment',
  existing: 'existing, imported by its id in organization.lock.json',
};

const states: Readonly<Record<Organization['state'], string>> = {
  local: "local, in files in the organization's folder",
  s3: 's3, in buckets of the delivery account',
};

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
