/** Roles of the platform stand under this path; guardrails let nobody else touch what is there. */
export const platformPath = '/bulkhead/';

/** The platform's roles: who deploys, who sets limits, who reads spend. */
export type PlatformRole = 'deployer' | 'organization-deployer' | 'controller' | 'spend-reader';

/**
 * Tag of the policies that freeze an account, with the phase as its value. Their ids are AWS's choice; by the tag a
 * policy can name them beforehand. Nobody outside of the management account can tag a policy.
 */
export const freezeTag = 'Freezes';

/** The role that AWS puts into every account that an organization creates. It trusts the management account. */
export const organizationAccountAccessRole = 'OrganizationAccountAccessRole';

/** `arn:aws:iam::123456789012:role/bulkhead/deployer`. */
export function platformRoleArn(accountId: string, role: PlatformRole): string {
  return `arn:aws:iam::${accountId}:role${platformPath}${role}`;
}

/** ARN pattern of everything under the platform's path, in any account. */
export const platformRolePattern = `arn:aws:iam::*:role${platformPath}*`;

/** The role through which an account's first deployment goes. */
export function organizationAccountAccessRoleArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/${organizationAccountAccessRole}`;
}

/**
 * Buckets that hold Terraform's state, both in the delivery account: the organization's stands apart.
 *
 * Bucket names are global; the account's id makes them unique.
 */
export function stateBucketName(
  organization: string,
  holds: 'accounts' | 'organization',
  deliveryAccountId: string,
): string {
  return `${organization}-${holds === 'accounts' ? 'state' : 'organization-state'}-${deliveryAccountId}`;
}

/** State key of a stack: one per stack, those of a unit under a prefix that its pipelines can be held to. */
export function stateKey(unit: string, stack: string): string {
  return `${unit}/${stack}.tfstate`;
}
