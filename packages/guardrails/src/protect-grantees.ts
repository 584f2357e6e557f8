import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';
import { changesToRoles } from './protect-platform.ts';

/**
 * Nobody but who builds the account changes or makes anew the workloads' roles that grants let into other accounts.
 *
 * A grant trusts a role by its name: whoever could make a role of that name, or change whom it trusts, would have the
 * grant. Passing it to what it is for stays allowed.
 *
 * @param roleArns exact, or with `*` as the account; empty where no grant comes from
 */
export function protectGrantees(roleArns: readonly string[]): readonly Statement[] {
  if (roleArns.length === 0) return [];
  return [
    {
      Sid: 'Grantees',
      Effect: 'Deny',
      Action: changesToRoles,
      Resource: [...new Set(roleArns)].sort(),
      Condition: exceptRoles(deployerRoles),
    },
  ];
}
