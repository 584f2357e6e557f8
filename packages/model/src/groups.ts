import { enterpriseAccountName, enterpriseUnit, deliveryAccountName } from './account-names.ts';
import { workingAccountsOf } from './account-life.ts';
import type { Account } from './account.ts';
import type { GroupDefinition } from './identity-definition.ts';
import { localRolesIn } from './local-roles.ts';
import type { Organization } from './organization.ts';
import { type AssumableRole, localRoleNames } from './platform-names.ts';

/** A role in an account. */
export interface Reach {
  /** Name of the account. */
  readonly account: string;
  readonly role: AssumableRole;
}

/** People who may become the same roles. */
export interface Group {
  readonly name: string;
  /** Whose people join: a business unit, or `enterprise`. */
  readonly unit: string;
  /** Names of users. */
  readonly members: readonly string[];
  /** What a member may become: nothing else, and at least one role. */
  readonly becomes: readonly Reach[];
}

/** A group without its members. */
type Way = Omit<Group, 'members'>;

/** Groups of the enterprise: there is one of each. */
export const enterpriseGroups = [
  'security-administrators',
  'platform-engineers',
  'auditors',
  'telemetry-readers',
] as const;

/** What follows a unit's name in the name of a group that follows from it. */
export const unitGroups = [...localRoleNames, 'telemetry', 'delivery'] as const;

/** `retail-appeng`. */
export function unitGroupName(unit: string, kind: (typeof unitGroups)[number]): string {
  return `${unit}-${kind}`;
}

/** Whether a group follows from units and roles, and no definition declares it. */
export function isDerivedGroup({ businessUnits }: Pick<Organization, 'businessUnits'>, group: string): boolean {
  return (
    enterpriseGroups.some((name) => name === group) ||
    businessUnits.some(({ name }) => unitGroups.some((kind) => unitGroupName(name, kind) === group))
  );
}

/** Every group that leads somewhere: those that follow from units and roles, then those that a definition declares. */
export function groupsOf(
  organization: Organization,
  declared: Readonly<Record<string, GroupDefinition>>,
): readonly Group[] {
  const accounts = workingAccountsOf(organization);
  const ways = [
    ...enterpriseWays(organization, accounts),
    ...organization.businessUnits.flatMap(({ name }) => unitWays(name, organization, accounts)),
    ...Object.entries(declared).map(([name, group]) => ({
      name,
      unit: group.unit,
      becomes: declaredReach(group, accounts),
    })),
  ];
  const members = new Map<string, string[]>();
  for (const { user, groups } of organization.people) {
    for (const group of groups) members.set(group, [...(members.get(group) ?? []), user]);
  }
  return ways
    .filter(({ becomes }) => becomes.length > 0)
    .map(({ name, ...way }) => ({ name, ...way, members: members.get(name) ?? [] }));
}

/** What somebody may become, each role once. */
export function reachesOf({ groups }: Organization, user: string): readonly Reach[] {
  const reaches = groups.filter(({ members }) => members.includes(user)).flatMap(({ becomes }) => becomes);
  return [...new Map(reaches.map((reach) => [`${reach.account} ${reach.role}`, reach])).values()];
}

/** Groups whose members may become a role of an account. */
export function groupsBecoming({ groups }: Organization, account: string, role: AssumableRole): readonly Group[] {
  return groups.filter(({ becomes }) => becomes.some((each) => each.account === account && each.role === role));
}

/** What a group of the definition may become: roles of its unit's accounts. */
export function declaredReach(
  { unit, roles, phases }: GroupDefinition,
  accounts: readonly Account[],
): readonly Reach[] {
  return roles.flatMap((role) =>
    accounts
      .filter((account) => account.kind === 'runtime' && account.unit === unit)
      .filter((account) => (phases?.includes(account.phase) ?? true) && localRolesIn(account).includes(role))
      .map(({ name }) => ({ account: name, role })),
  );
}

function enterpriseWays({ name }: Organization, accounts: readonly Account[]): readonly Way[] {
  const everywhere = (role: AssumableRole): readonly Reach[] => accounts.map((each) => ({ account: each.name, role }));
  const deliveryAccounts = accounts.filter(({ kind }) => kind === 'delivery');
  const becomes: Readonly<Record<(typeof enterpriseGroups)[number], readonly Reach[]>> = {
    'security-administrators': [
      ...everywhere('security-administrator'),
      ...deliveryAccounts.map((each) => ({ account: each.name, role: 'delivery-admin' as const })),
    ],
    'platform-engineers': [{ account: enterpriseAccountName(name, 'delivery'), role: 'controller' }],
    auditors: everywhere('auditor'),
    'telemetry-readers': [{ account: enterpriseAccountName(name, 'shared-services'), role: 'telemetry-reader' }],
  };
  return enterpriseGroups.map((group) => ({ name: group, unit: enterpriseUnit, becomes: becomes[group] }));
}

function unitWays(unit: string, organization: Organization, accounts: readonly Account[]): readonly Way[] {
  const sharedServices = enterpriseAccountName(organization.name, 'shared-services');
  return [
    ...localRoleNames.map((role) => ({
      name: unitGroupName(unit, role),
      unit,
      becomes: declaredReach({ unit, roles: [role] }, accounts),
    })),
    {
      name: unitGroupName(unit, 'telemetry'),
      unit,
      becomes: [{ account: sharedServices, role: `reader-${unit}` }],
    },
    {
      name: unitGroupName(unit, 'delivery'),
      unit,
      becomes: [{ account: deliveryAccountName(organization, unit), role: 'delivery-user' }],
    },
  ];
}
