import type { AssumableRole } from './platform-names.ts';

/** IAM path of people's users and of their groups. */
export const peoplePath = '/people/';

/** IAM path of the two users that stand sealed for an emergency. */
export const breakGlassPath = '/break-glass/';

/** Two, so that one lost device locks nobody out. */
export const breakGlassUsers = ['break-glass-1', 'break-glass-2'] as const;

/** Every person is in it: it denies keys, and everything but a password and a device without a second factor. */
export const everybodyGroup = 'people';

/** ARN pattern of the users under a path, in the identity account. */
export function userArnPattern(
  identityAccountId: string,
  path: typeof peoplePath | typeof breakGlassPath = peoplePath,
): string {
  return `arn:aws:iam::${identityAccountId}:user${path}*`;
}

/** IAM Identity Center API reference, CreatePermissionSet. */
export const maxPermissionSetName = 32;

/**
 * The permission set through which people come to a role from Identity Center: one per phase, which bounds the session.
 *
 * Readers of a unit stand in one account only, so that theirs needs no phase. `phase` is the kind of an account that
 * exists once.
 */
export function permissionSetName(role: AssumableRole, phase: string): string {
  if (role.startsWith('reader-')) return role;
  // the full name and the longest kind of an account make 38 characters
  return `${role === 'security-administrator' ? 'security-admin' : role}-${phase}`;
}
