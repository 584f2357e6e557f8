import { type Lock, suspendedOrganizationalUnit } from '@bulkhead/model';
import { identifiersOf } from './terraform-identifiers.ts';
import { recordsFromTerraform } from './terraform-records.ts';
import { rolesFromTerraform } from './terraform-roles.ts';
import { type TerraformStack, list, object, policyText, resourcesOf, text } from './terraform-stack.ts';
import { type World, type WorldAccount, emptyWorld } from './world.ts';

/**
 * The world after an organization's Terraform was applied: accounts, units, policies, roles, budgets, stores of data.
 *
 * Ids come from the lock; what it does not know gets ids that depend on the name only.
 */
export function worldFromTerraform(stacks: readonly TerraformStack[], lock: Lock): World {
  const ids = identifiersOf(stacks, lock);
  const world = emptyWorld(ids.organization);
  const all = (type: string) => resourcesOf(stacks, type);
  const [organization] = all('aws_organizations_organization');
  const [managementAccount] = world.accounts;
  if (managementAccount && organization) managementAccount.regions = organization.stack.regions;
  world.policyTypes = list(organization?.values['enabled_policy_types']).map(String);
  world.organizationalUnits = all('aws_organizations_organizational_unit').map(({ id, type, values }) => ({
    id: ids.of({ type, id }),
    name: text(values['name']),
    parentId: ids.resolve(values['parent_id']),
  }));
  for (const { id, type, values } of all('aws_organizations_account')) {
    const name = text(values['name']);
    world.accounts.push({
      id: ids.of({ type, id }),
      name,
      email: text(values['email']),
      parentId: ids.resolve(values['parent_id']),
      state: 'ACTIVE',
      tags: Object.fromEntries(Object.entries(object(values['tags'])).map(([key, value]) => [key, String(value)])),
      regions: stacks.find((stack) => stack.name === name)?.regions ?? [],
    });
  }
  world.accounts.push(...closedAccounts(stacks, lock, world));
  readPolicies(world, stacks, ids.resolve);
  world.delegatedAdministrators = [
    ...new Set(all('aws_organizations_delegated_administrator').map(({ values }) => ids.resolve(values['account_id']))),
  ];
  world.roles = rolesFromTerraform(stacks);
  Object.assign(world, recordsFromTerraform(stacks));
  world.budgets = all('aws_budgets_budget').map(({ values }) => ({
    name: text(values['name']),
    limit: String(values['limit_amount']),
    timeUnit: text(values['time_unit']),
    accountIds: list(values['cost_filter'])
      .map(object)
      .filter(({ name }) => name === 'LinkedAccount')
      .flatMap((filter) => list(filter['values']).map(ids.resolve)),
  }));
  return world;
}

/** Accounts that Terraform forgets because a person closed them: AWS shows them for 90 more days. */
function closedAccounts(stacks: readonly TerraformStack[], lock: Lock, world: World): readonly WorldAccount[] {
  const suspended = world.organizationalUnits.find(({ name }) => name === suspendedOrganizationalUnit)?.id;
  return stacks
    .flatMap(({ forgotten }) => forgotten)
    .map((address) => address.replace(/^aws_organizations_account\./, ''))
    .flatMap((name) => {
      const id = lock.accounts?.[name]?.id;
      if (id === undefined) return [];
      const parentId = suspended ?? world.organization.rootId;
      return [{ id, name, email: `${name}@closed.example`, parentId, state: 'CLOSED', tags: {}, regions: [] }];
    });
}

function readPolicies(world: World, stacks: readonly TerraformStack[], resolve: (value: unknown) => string): void {
  const fullAccess = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  world.policies = [
    {
      id: 'p-FullAWSAccess',
      name: 'FullAWSAccess',
      type: 'SERVICE_CONTROL_POLICY',
      content: JSON.stringify(fullAccess),
      description: 'Allows access to every operation',
      awsManaged: true,
    },
    ...resourcesOf(stacks, 'aws_organizations_policy').map(({ id, values }) => ({
      id: resolve(`\${aws_organizations_policy.${id}.id}`),
      name: text(values['name']),
      type: text(values['type']) || 'SERVICE_CONTROL_POLICY',
      content: policyText(values['content']),
      description: text(values['description']),
      awsManaged: false,
    })),
  ];
  const targets = [world.organization.rootId, ...[...world.organizationalUnits, ...world.accounts].map(({ id }) => id)];
  world.attachments = [
    ...targets.map((targetId) => ({ policyId: 'p-FullAWSAccess', targetId })),
    ...resourcesOf(stacks, 'aws_organizations_policy_attachment').map(({ values }) => ({
      policyId: resolve(values['policy_id']),
      targetId: resolve(values['target_id']),
    })),
  ];
  const [delegation] = resourcesOf(stacks, 'aws_organizations_resource_policy');
  world.resourcePolicy = delegation
    ? (JSON.parse(policyText(delegation.values['content'])) as NonNullable<World['resourcePolicy']>)
    : undefined;
}
