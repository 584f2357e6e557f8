import { organizationAccountAccessRoleArn, platformRoleArn } from '@bulkhead/model';
import type { Condition } from './policy.ts';

/**
 * Roles that build an account: its deployer and, before that one exists, `OrganizationAccountAccessRole`.
 *
 * A new account joins an organizational unit whose guardrails stand already, and its first deployment goes through the
 * second role. Exempting it opens no door that isn't open: it trusts the management account only, which no service
 * control policy binds, and `protectPlatform` lets nobody else create it or change its trust.
 */
export const deployerRoles: readonly string[] = [
  platformRoleArn('*', 'deployer'),
  organizationAccountAccessRoleArn('*'),
];

/** The role that moves quotas, and brings a frozen account under its cap. */
export const controllerRole: string = platformRoleArn('*', 'controller');

/** Matches everybody but these roles. For a role's session `aws:PrincipalArn` is the ARN of the role. */
export function exceptRoles(roles: readonly string[]): Condition {
  return { ArnNotLike: { 'aws:PrincipalArn': roles } };
}
