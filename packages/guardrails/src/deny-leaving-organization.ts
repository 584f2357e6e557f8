import type { Statement } from './policy.ts';

/**
 * An account stays in the organization: outside it no guardrail, trail or budget reaches it.
 *
 * Since November 2025 an account moves to another organization by accepting an invitation, without leaving first, so
 * accepting is denied as well. Source: AWS Organizations User Guide, migrating accounts.
 */
export function denyLeavingOrganization(): readonly Statement[] {
  return [
    {
      Sid: 'Leave',
      Effect: 'Deny',
      Action: ['organizations:AcceptHandshake', 'organizations:LeaveOrganization'],
      Resource: ['*'],
    },
  ];
}
