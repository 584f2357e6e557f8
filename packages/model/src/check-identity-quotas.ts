import { isDerivedGroup } from './groups.ts';
import { type IamQuota, iamQuotas } from './iam-quotas.ts';
import { charactersOfNames, namedReaches } from './named-reaches.ts';
import type { Organization } from './organization.ts';
import { breakGlassUsers } from './people-names.ts';
import { type Path, type Problem, problemAt } from './problem.ts';

/** What a group's policy takes besides the names of roles: both of its statements, with their conditions. */
export const charactersBesidesNames = 500;

const at = ['enterprise', 'identity'];
const instead = "or let people sign in by 'identity-center', whose groups are none of IAM's";

/** Checks that IAM takes all users and groups, and the policy of each group. Needs every default filled in. */
export function checkIdentityQuotas(organization: Organization): readonly Problem[] {
  const { enterprise, people, groups } = organization;
  if (enterprise.signIn !== 'iam-users') return [];
  // and the group of everybody
  const groupCount = groups.length + 1;
  return [
    ...tooMany([...at, 'people'], 'users', people.length + breakGlassUsers.length, iamQuotas.usersPerAccount),
    ...tooMany([...at, 'groups'], 'groups', groupCount, iamQuotas.groupsPerAccount),
    ...groups.flatMap((group) => {
      const { most } = iamQuotas.groupPolicyCharacters;
      const characters = charactersOfNames(namedReaches(group, organization)) + charactersBesidesNames;
      if (characters <= most) return [];
      const path = isDerivedGroup(organization, group.name)
        ? ['businessUnits', ...(group.unit in byName(organization) ? [group.unit] : [])]
        : [...at, 'groups', group.name];
      const rule =
        `the policies of an IAM group take ${shown(most)} characters, those of ${group.name} need ${shown(characters)} ` +
        `to name ${group.becomes.length} roles, ${advice(organization, group.name)}, ${instead}`;
      return [problemAt(path, rule, group.name)];
    }),
  ];
}

const byName = ({ businessUnits }: Organization) => Object.fromEntries(businessUnits.map(({ name }) => [name, true]));

const advice = (organization: Organization, group: string) =>
  isDerivedGroup(organization, group)
    ? 'have fewer phases in a unit, or fewer units with a delivery account of their own'
    : 'divide it into groups with fewer roles or phases';

function tooMany(path: Path, what: string, count: number, quota: IamQuota): readonly Problem[] {
  if (count <= quota.most) return [];
  const more = quota.raisedTo === undefined ? '' : ` and ${shown(quota.raisedTo)} on request`;
  const rule = `an account has at most ${shown(quota.most)} IAM ${what}${more}, have fewer units or ${what}, ${instead}`;
  return [problemAt(path, rule, count)];
}

const shown = (count: number) => count.toLocaleString('en-US');
