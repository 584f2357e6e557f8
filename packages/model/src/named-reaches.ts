import { workingAccountsOf } from './account-life.ts';
import type { Group, Reach } from './groups.ts';
import type { Organization } from './organization.ts';
import { type AssumableRole, platformRoleArn } from './platform-names.ts';

/** How the policy of a group says what its members become. */
export interface NamedReaches {
  /** Roles that it becomes in every account: a pattern says them, whatever the number of accounts. */
  readonly everywhere: readonly AssumableRole[];
  /** All others, each by its name. */
  readonly named: readonly Reach[];
}

/** What a group may become: roles that it becomes in every account by pattern, every other one by name. */
export function namedReaches({ becomes }: Pick<Group, 'becomes'>, organization: Organization): NamedReaches {
  const accounts = workingAccountsOf(organization).map(({ name }) => name);
  const everywhere = [...new Set(becomes.map(({ role }) => role))].filter((role) => {
    const where = new Set(becomes.filter((reach) => reach.role === role).map(({ account }) => account));
    return accounts.every((account) => where.has(account));
  });
  return { everywhere, named: becomes.filter(({ role }) => !everywhere.includes(role)) };
}

/** Characters that the names of roles take in a policy: an ARN in quotation marks and a comma each. */
export function charactersOfNames({ everywhere, named }: NamedReaches): number {
  const arns = [
    ...everywhere.map((role) => platformRoleArn('*', role)),
    ...named.map(({ role }) => platformRoleArn(anyAccountId, role)),
  ];
  return arns.reduce((sum, arn) => sum + arn.length + 3, 0);
}

/** As long as every account's id. */
const anyAccountId = '000000000000';
