import { parseLock } from '@bulkhead/model';
import { parseTerraformStack } from './terraform-stack.ts';
import { worldFromTerraform } from './world-from-terraform.ts';

const provider = (accountId: string, ...regions: string[]) => ({
  aws: regions.map((region) => ({ region, allowed_account_ids: [accountId] })),
});
const policy = (Action: string, Resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
const tags = (BusinessUnit: string, Phase: string) => ({ BusinessUnit, Phase });

const organization = {
  provider: provider('222200000000', 'eu-west-1'),
  resource: {
    aws_organizations_organization: { organization: { enabled_policy_types: ['SERVICE_CONTROL_POLICY'] } },
    aws_organizations_organizational_unit: {
      'unit-Runtime': { name: 'Runtime', parent_id: '${aws_organizations_organization.organization.roots[0].id}' },
      'unit-Runtime-Dev': { name: 'Dev', parent_id: '${aws_organizations_organizational_unit.unit-Runtime.id}' },
    },
    aws_organizations_account: {
      'acme-retail-dev': {
        name: 'acme-retail-dev',
        email: 'aws+acme-retail-dev@acme.example',
        parent_id: '${aws_organizations_organizational_unit.unit-Runtime-Dev.id}',
        tags: tags('retail', 'dev'),
      },
      'acme-delivery': {
        name: 'acme-delivery',
        email: 'aws+acme-delivery@acme.example',
        parent_id: '${aws_organizations_organizational_unit.unit-Runtime.id}',
        tags: tags('enterprise', 'delivery'),
      },
    },
    aws_budgets_budget: {
      dev: {
        name: 'acme-retail-dev',
        limit_amount: '20000',
        time_unit: 'MONTHLY',
        cost_filter: [{ name: 'LinkedAccount', values: ['${aws_organizations_account.acme-retail-dev.id}'] }],
      },
    },
    aws_organizations_resource_policy: { controller: { content: policy('organizations:ListAccounts') } },
    aws_organizations_delegated_administrator: {
      config: { account_id: '${aws_organizations_account.acme-delivery.id}' },
    },
  },
};
const guardrails = {
  provider: provider('222200000000', 'eu-west-1'),
  resource: {
    aws_organizations_policy: { regions: { name: 'acme-regions', content: policy('*') } },
    aws_organizations_policy_attachment: {
      one: { policy_id: '${aws_organizations_policy.regions.id}', target_id: '222200000005' },
    },
  },
};
const account = {
  provider: provider('222200000005', 'eu-west-1', 'eu-central-1'),
  resource: {
    aws_iam_role: {
      controller: { name: 'controller', path: '/bulkhead/', assume_role_policy: policy('sts:AssumeRole') },
      deployer: { name: 'deployer', path: '/bulkhead/', assume_role_policy: policy('sts:AssumeRole') },
    },
    aws_iam_role_policy: {
      permissions: { role: '${aws_iam_role.controller.name}', policy: policy('ec2:Describe*') },
    },
    aws_iam_role_policy_attachment: {
      admin: { role: '${aws_iam_role.deployer.name}', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    },
  },
};
const stacks = Object.entries({
  'acme-organization': organization,
  'acme-retail-dev': account,
  'acme-guardrails': guardrails,
}).map(([name, document]) => parseTerraformStack(name, JSON.stringify(document)));
const lock = parseLock(
  JSON.stringify({
    organization: { id: 'o-exampleacme', rootId: 'r-acme', managementAccountId: '222200000000' },
    organizationalUnits: { Runtime: 'ou-acme-00000002', 'Runtime/Dev': 'ou-acme-00000004' },
    accounts: { 'acme-retail-dev': { id: '222200000005' } },
  }),
);
const world = worldFromTerraform(stacks, lock);

test('accounts hang where the Terraform puts them, with the ids of the lock', () => {
  expect(world.organizationalUnits).toEqual([
    { id: 'ou-acme-00000002', name: 'Runtime', parentId: 'r-acme' },
    { id: 'ou-acme-00000004', name: 'Dev', parentId: 'ou-acme-00000002' },
  ]);
  expect(world.accounts.find(({ name }) => name === 'acme-retail-dev')).toEqual({
    id: '222200000005',
    name: 'acme-retail-dev',
    email: 'aws+acme-retail-dev@acme.example',
    parentId: 'ou-acme-00000004',
    state: 'ACTIVE',
    tags: tags('retail', 'dev'),
    regions: ['eu-west-1', 'eu-central-1'],
  });
});

test('what the lock does not know has an id that is the same each time', () => {
  const idOf = (each: typeof world) => each.accounts.find(({ name }) => name === 'acme-delivery')?.id;
  expect(idOf(world)).toMatch(/^\d{12}$/);
  expect(idOf(worldFromTerraform(stacks, lock))).toBe(idOf(world));
});

test('roles carry their trust, their inline policies and AdministratorAccess', () => {
  const permissions = (name: string) =>
    world.roles.find((role) => role.accountId === '222200000005' && role.name === name)?.permissions;
  expect(permissions('controller')).toEqual([JSON.parse(policy('ec2:Describe*'))]);
  expect(permissions('deployer')).toMatchObject([{ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }]);
});

test('policies are attached to what the Terraform names, beside FullAWSAccess', () => {
  const regions = world.policies.find(({ name }) => name === 'acme-regions');
  expect(world.attachments.filter(({ targetId }) => targetId === '222200000005')).toEqual([
    { policyId: 'p-FullAWSAccess', targetId: '222200000005' },
    { policyId: regions?.id, targetId: '222200000005' },
  ]);
});

test('budgets count the accounts that their filter names', () => {
  expect(world.budgets).toEqual([
    { name: 'acme-retail-dev', limit: '20000', timeUnit: 'MONTHLY', accountIds: ['222200000005'] },
  ]);
});

test('there are the roles and the delegation that the Terraform declares, and no others', () => {
  expect(world.roles.map(({ accountId, name }) => `${accountId} ${name}`)).toEqual([
    '222200000005 controller',
    '222200000005 deployer',
  ]);
  expect(world.resourcePolicy).toEqual(JSON.parse(policy('organizations:ListAccounts')));
  const others = worldFromTerraform(
    stacks.filter(({ name }) => name === 'acme-guardrails'),
    lock,
  );
  expect(others.roles).toEqual([]);
  expect(others.resourcePolicy).toBeUndefined();
});

test('variables of policies, which Terraform escapes, are what IAM sees', () => {
  const escaped = policy('s3:GetObject', 'arn:aws:s3:::$${aws:PrincipalAccount}-*');
  const { resource } = account;
  const changed = {
    ...account,
    resource: { ...resource, aws_iam_role_policy: { permissions: { role: 'controller', policy: escaped } } },
  };
  const controls = { aws_organizations_policy: { own: { name: 'acme-own', content: escaped } } };
  const { roles, policies } = worldFromTerraform(
    [
      ...stacks.filter(({ name }) => name === 'acme-organization'),
      parseTerraformStack('acme-retail-dev', JSON.stringify(changed)),
      parseTerraformStack('acme-guardrails', JSON.stringify({ ...guardrails, resource: controls })),
    ],
    lock,
  );
  const seen = policy('s3:GetObject', 'arn:aws:s3:::${aws:PrincipalAccount}-*');
  expect(roles.find(({ name }) => name === 'controller')?.permissions).toEqual([JSON.parse(seen)]);
  expect(policies.find(({ name }) => name === 'acme-own')?.content).toBe(seen);
});

test('a stack that is no JSON is named', () => {
  expect(() => parseTerraformStack('acme-retail-dev', '{')).toThrow(
    'the synthesized Terraform of acme-retail-dev is no JSON, synthesize it again',
  );
});

test('an account that Terraform forgets is closed, and is the one in the lock', () => {
  const suspended = { name: 'Suspended', parent_id: '${aws_organizations_organization.organization.roots[0].id}' };
  const { aws_organizations_organizational_unit: units } = organization.resource;
  const closing = {
    ...organization,
    resource: { ...organization.resource, aws_organizations_organizational_unit: { ...units, suspended } },
    removed: ['acme-bi-sandbox', 'acme-never-deployed'].map((name) => ({
      from: `aws_organizations_account.${name}`,
      lifecycle: { destroy: false },
    })),
  };
  const lock = parseLock('{ "accounts": { "acme-bi-sandbox": { "id": "222200000009" } } }');
  const world = worldFromTerraform([parseTerraformStack('acme-organization', JSON.stringify(closing))], lock);
  expect(world.accounts.filter(({ state }) => state !== 'ACTIVE')).toMatchObject([
    {
      ...{ id: '222200000009', name: 'acme-bi-sandbox', state: 'CLOSED' },
      parentId: world.organizationalUnits.find(({ name }) => name === 'Suspended')?.id,
    },
  ]);
});
