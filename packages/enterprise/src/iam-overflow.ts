import { type IamQuota, iamQuotas } from '@bulkhead/model';

type Block = Readonly<Record<string, unknown>>;

/** Resources of a stack as Terraform reads them, by type and name. */
export type Resources = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** Where inline policies stand, and whose they are. */
const holders = [
  { what: 'user', policies: 'aws_iam_user_policy', quota: iamQuotas.userPolicyCharacters },
  { what: 'group', policies: 'aws_iam_group_policy', quota: iamQuotas.groupPolicyCharacters },
  { what: 'role', policies: 'aws_iam_role_policy', quota: iamQuotas.rolePolicyCharacters },
] as const;

const counted = [
  { what: 'users', type: 'aws_iam_user', quota: iamQuotas.usersPerAccount },
  { what: 'groups', type: 'aws_iam_group', quota: iamQuotas.groupsPerAccount },
  { what: 'roles', type: 'aws_iam_role', quota: iamQuotas.rolesPerAccount },
] as const;

/** What a stack has more of than IAM takes: users, groups, roles, and text of their policies. Nothing for a good one. */
export function iamOverflow(account: string, resources: Resources): readonly string[] {
  const of = (type: string) => Object.values(resources[type] ?? {});
  return [
    ...counted.flatMap(({ what, type, quota }) => tooMuch(`${account} has`, of(type).length, `IAM ${what}`, quota)),
    ...of('aws_iam_role').flatMap((role) =>
      tooMuch(
        `the trust of role ${String(role['name'])} in ${account} has`,
        lengthOf(role['assume_role_policy']),
        'characters',
        iamQuotas.trustCharacters,
      ),
    ),
    ...holders.flatMap(({ what, policies, quota }) =>
      [...totals(of(policies), what)].flatMap(([holder, characters]) =>
        tooMuch(`policies of ${what} ${nameOf(holder, resources)} in ${account} have`, characters, 'characters', quota),
      ),
    ),
  ];
}

/** Characters of all inline policies, by whom they belong to. */
function totals(policies: readonly Block[], holder: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const each of policies) {
    const whose = String(each[holder]);
    sums.set(whose, (sums.get(whose) ?? 0) + lengthOf(each['policy']));
  }
  return sums;
}

/** White space within a text counts here, where AWS leaves it out: the platform's policies have next to none. */
const lengthOf = (policy: unknown) => String(policy).length;

/** The name behind a reference like `${aws_iam_role.deployer.name}`. */
function nameOf(reference: string, resources: Resources): string {
  const [, type = '', id = ''] = /^\$\{(\w+)\.([^.]+)\.name\}$/.exec(reference) ?? [];
  const name = resources[type]?.[id]?.['name'];
  return typeof name === 'string' ? name : reference;
}

function tooMuch(what: string, count: number, unit: string, { most, raisedTo }: IamQuota): readonly string[] {
  if (count <= most) return [];
  const more = raisedTo === undefined ? '' : `, ${shown(raisedTo)} where it was raised`;
  return [`${what} ${shown(count)} ${unit}, AWS takes ${shown(most)}${more}`];
}

const shown = (count: number) => count.toLocaleString('en-US');
