import type { Organization } from './organization.ts';

/** Business unit of the accounts that exist once, in tags and reports. */
export const enterpriseUnit = 'enterprise';

/** Kinds of accounts that exist once, and how reports call their phase. */
export const enterpriseAccountKinds = ['identity', 'shared-services', 'delivery'] as const;
export type EnterpriseAccountKind = (typeof enterpriseAccountKinds)[number];

/** `acme-identity`. */
export function enterpriseAccountName(organization: string, kind: EnterpriseAccountKind): string {
  return `${organization}-${kind}`;
}

/** `acme-startup-delivery`: the delivery account of a unit that has its own. */
export function unitDeliveryAccountName(organization: string, unit: string): string {
  return `${organization}-${unit}-delivery`;
}

/** The delivery account whose pipelines deploy to a unit's accounts: its own where it has one. */
export function deliveryAccountName(
  { name, businessUnits }: Pick<Organization, 'name' | 'businessUnits'>,
  unit: string,
): string {
  const own = businessUnits.some((each) => each.name === unit && each.delivery === 'own');
  return own ? unitDeliveryAccountName(name, unit) : enterpriseAccountName(name, 'delivery');
}

/** `acme-retail-dev`. */
export function runtimeAccountName(organization: string, unit: string, phase: string): string {
  return `${organization}-${unit}-${phase}`;
}

/** Fills an account's name into an e-mail template. */
export function accountEmail(template: string, account: string): string {
  return template.replaceAll('{account}', account);
}

/** Lower-case words joined by single hyphens: fits account, role and bucket names, organizational units and tags. */
export const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const nameRule = 'a name must be lower-case letters, digits and single hyphens, and start with a letter';

/** Names that a business unit can't have: reports use them for what belongs to none. */
export const reservedUnits: ReadonlySet<string> = new Set([enterpriseUnit, 'unallocated', 'total', 'shared']);

/** Names that a phase can't have: reports use them for the accounts that exist once. */
export const reservedPhases: ReadonlySet<string> = new Set([...enterpriseAccountKinds, 'management', 'suspended']);
