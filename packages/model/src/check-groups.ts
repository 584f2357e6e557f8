import { workingAccountsOf } from './account-life.ts';
import type { OrganizationDefinition } from './definition.ts';
import { declaredReach } from './groups.ts';
import type { Organization } from './organization.ts';
import { maxPermissionSetName, permissionSetName } from './people-names.ts';
import { type Problem, problemAt } from './problem.ts';

/** Checks that groups lead to roles, and to none whose name AWS refuses. Needs every default filled in. */
export function checkGroups({ enterprise }: OrganizationDefinition, organization: Organization): readonly Problem[] {
  const { groups = {}, people = {} } = enterprise.identity;
  const accounts = workingAccountsOf(organization);
  const leading = new Set(organization.groups.map(({ name }) => name));
  return [
    ...Object.entries(groups).flatMap(([name, group]) =>
      group.roles.flatMap((role, index) => {
        if (declaredReach({ ...group, roles: [role] }, accounts).length > 0) return [];
        const phases = group.phases ? ` in ${group.phases.join(', ')}` : '';
        const rule = `leads to no role: no account of ${group.unit}${phases} has ${role}`;
        return [problemAt(['enterprise', 'identity', 'groups', name, 'roles', index], rule, role)];
      }),
    ),
    ...Object.entries(people).flatMap(([user, person]) =>
      person.groups.flatMap((group, index) =>
        leading.has(group) || group in groups
          ? []
          : [
              problemAt(
                ['enterprise', 'identity', 'people', user, 'groups', index],
                'leads to no role: no account of the unit has it',
                group,
              ),
            ],
      ),
    ),
    ...(organization.enterprise.signIn === 'identity-center' ? checkPermissionSets(organization) : []),
  ];
}

/** A set is per role and phase; each stands where the longer part of its name comes from. */
function checkPermissionSets(organization: Organization): readonly Problem[] {
  const phaseOf = new Map(workingAccountsOf(organization).map(({ name, phase }) => [name, phase]));
  const paths = new Map<string, readonly string[]>();
  for (const { unit, becomes } of organization.groups) {
    for (const { account, role } of becomes) {
      const phase = phaseOf.get(account) ?? '';
      const path = role.startsWith('reader-') ? ['businessUnits', unit] : ['phases', phase];
      paths.set(permissionSetName(role, phase), path);
    }
  }
  return [...paths]
    .filter(([name]) => name.length > maxPermissionSetName)
    .map(([name, path]) =>
      problemAt(
        path,
        `a permission set's name must have at most ${maxPermissionSetName} characters, this makes ${name.length}`,
        name,
      ),
    );
}
