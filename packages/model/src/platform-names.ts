/** Roles of the platform stand under this path; guardrails let nobody else touch what is there. */
export const platformPath = '/bulkhead/';

/** Roles of a unit's people in its own accounts: they build, they run, they look. */
export const localRoleNames = ['appeng', 'operator', 'observer'] as const;
export type LocalRoleName = (typeof localRoleNames)[number];

export const isLocalRole = (role: string): role is LocalRoleName =>
  (localRoleNames as readonly string[]).includes(role);

/** Roles that people become; `reader-<unit>` reads the telemetry of one unit. */
export type AssumableRole =
  | LocalRoleName
  | 'auditor'
  | 'telemetry-reader'
  | 'security-administrator'
  | 'delivery-user'
  | 'delivery-admin'
  | 'controller'
  | 'break-glass'
  | `reader-${string}`;

/** The platform's roles: those of people, of pipelines, and of services that deliver telemetry. */
export type PlatformRole =
  | AssumableRole
  | 'deployer'
  | 'backup'
  | 'planner'
  | 'organization-deployer'
  | 'spend-reader'
  | 'inventory-reader'
  | 'config-recorder'
  | 'config-aggregator'
  | 'archive-writer'
  | 'log-forwarder'
  | 'trail-writer'
  | 'billing-replicator'
  | `apply-${string}`
  | `plan-${string}`;

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
