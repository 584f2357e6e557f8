import { breakGlassPath, enterpriseAccountName, userArnPattern } from '@bulkhead/model';
import { type AccountStack, accountId } from './account-stack.ts';
import { PlatformRole } from './platform-role.ts';
import { secondFactor } from './second-factor.ts';
import type { StackContext } from './stack-context.ts';

/** Whoever breaks the glass signs in for it. */
export const emergencySecondFactorMinutes = 15;

/**
 * Adds the role that break-glass users become, whatever the others sign in with. It stands directly in the stack, with a
 * flat id.
 *
 * It administers the account for an hour, and stands under every guardrail: the platform's roles, the archive and quotas
 * are out of its reach. The management account has none, its emergency is its root user.
 */
export function addEmergencyRole(stack: AccountStack, context: StackContext): void {
  const identityId = accountId(enterpriseAccountName(context.organization.name, 'identity'), context);
  new PlatformRole(stack, 'break-glass', {
    name: 'break-glass',
    description: 'administers this account in an emergency, every use raises an alarm',
    trust: [
      {
        Sid: 'Emergency',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: `arn:aws:iam::${identityId}:root` },
        Condition: {
          ArnLike: { 'aws:PrincipalArn': userArnPattern(identityId, breakGlassPath) },
          ...secondFactor(emergencySecondFactorMinutes),
        },
      },
    ],
    managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
}
