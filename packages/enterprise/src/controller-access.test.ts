import { deliveryControllerActions, freezeActions, spendReaderActions } from '@bulkhead/model';
import { definition, fullLock, synthesize } from './context.fixture.ts';

interface Statement {
  readonly Sid: string;
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
type Stacks = ReturnType<typeof synthesize>;

const stacks = synthesize();
const management = '000000000001';
const identity = '000000000010';
const delivery = '000000000012';
const controller = `arn:aws:iam::${delivery}:role/bulkhead/controller`;
const byController = {
  Principal: { AWS: `arn:aws:iam::${delivery}:root` },
  Condition: { ArnLike: { 'aws:PrincipalArn': controller } },
};

const statementsAt = (stack: string, address: RegExp, argument = 'policy', from: Stacks = stacks) =>
  Object.entries(from[stack] ?? {})
    .filter(([each]) => address.test(each))
    .flatMap(([, resource]) => (JSON.parse(String(resource[argument])) as { Statement: Statement[] }).Statement);
const trustOf = (from?: Stacks) =>
  statementsAt('example-delivery', /^aws_iam_role\.controller$/, 'assume_role_policy', from);
const delegation = (from?: Stacks) =>
  statementsAt('example-organization', /^aws_organizations_resource_policy\./, 'content', from);
const matches = (pattern: string, text: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
const identityCenter = synthesize({
  ...definition,
  enterprise: { ...definition.enterprise, identity: { signIn: 'identity-center' } },
});

describe('the controller in delivery', () => {
  test('becomes itself in accounts and the spend reader in management, finds accounts, and may do nothing else', () => {
    expect(statementsAt('example-delivery', /^aws_iam_role_policy\.controller/)).toMatchObject([
      { Action: deliveryControllerActions.becomeRoles, Resource: 'arn:aws:iam::*:role/bulkhead/controller' },
      {
        Action: deliveryControllerActions.becomeRoles,
        Resource: `arn:aws:iam::${management}:role/bulkhead/spend-reader`,
      },
      { Action: deliveryControllerActions.readOrganization, Resource: '*' },
    ]);
  });

  test('runs in the shared delivery account only', () => {
    expect(Object.keys(stacks['example-shop-delivery'] ?? {}).filter((each) => each.includes('controller'))).toEqual(
      [],
    );
  });

  test('lets in people of the identity account who signed in with a second factor, and nobody else', () => {
    expect(trustOf()).toEqual([
      {
        Sid: 'PlatformEngineers',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: `arn:aws:iam::${identity}:root` },
        Condition: {
          ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${identity}:user/people/*` },
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        },
      },
    ]);
  });

  test('is open to the group of platform engineers, which may do nothing else', () => {
    expect(statementsAt('example-identity', /^aws_iam_group_policy\.platform-engineers/)).toMatchObject([
      {
        Action: 'sts:AssumeRole',
        Resource: [controller],
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    ]);
  });

  test('lets people in by their permission set where they come from Identity Center', () => {
    const [statement, ...others] = trustOf(identityCenter);
    const patterns = statement?.Condition?.['ArnLike']?.['aws:PrincipalArn'] ?? [];
    expect(others).toEqual([]);
    expect(statement?.Principal).toEqual({ AWS: `arn:aws:iam::${delivery}:root` });
    expect(patterns).toEqual([
      `arn:aws:iam::${delivery}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_PlatformEngineers_*`,
      `arn:aws:iam::${delivery}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_PlatformEngineers_*`,
    ]);
  });

  test.each([
    ['IAM users', stacks],
    ['Identity Center', identityCenter],
  ])('with %s no role of a pipeline or of a deployment becomes it', (_, from) => {
    const roles = Object.entries(from)
      .flatMap(([, resources]) => Object.entries(resources))
      .filter(([address]) => address.startsWith('aws_iam_role.'))
      .map(([, role]) => `${String(role['path'])}${String(role['name'])}`);
    expect(roles).toEqual(expect.arrayContaining(['/bulkhead/apply-example-platform', '/bulkhead/deployer']));
    const patterns = trustOf(from).flatMap(({ Condition }) => Condition?.['ArnLike']?.['aws:PrincipalArn'] ?? []);
    const letIn = [management, identity, delivery].flatMap((account) =>
      roles.map((role) => `arn:aws:iam::${account}:role${role}`),
    );
    expect(letIn.filter((arn) => patterns.some((pattern) => matches(pattern, arn)))).toEqual([]);
    const asked = statementsAt('example-delivery', /^aws_iam_role_policy\.pipeline/, 'policy', from)
      .filter(({ Action }) => [Action].flat().some((action) => matches(action, 'sts:AssumeRole')))
      .flatMap(({ Resource = [] }) => Resource);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((pattern) => matches(pattern, controller))).toEqual([]);
  });
});

describe('the spend reader in management', () => {
  test('reads spend and budgets for the controller, and changes nothing', () => {
    expect(statementsAt('example-organization', /^aws_iam_role\.spend-reader$/, 'assume_role_policy')).toMatchObject([
      { Action: 'sts:AssumeRole', ...byController },
    ]);
    expect(statementsAt('example-organization', /^aws_iam_role_policy\.spend-reader/)).toMatchObject([
      { Action: spendReaderActions, Resource: '*' },
    ]);
    expect(spendReaderActions.filter((action) => !/^(ce:Get|budgets:View)/.test(action))).toEqual([]);
  });
});

describe('the organization', () => {
  test('lets the controller read it', () => {
    expect(delegation()[0]).toMatchObject({
      Action: deliveryControllerActions.readOrganization,
      Resource: '*',
      ...byController,
    });
  });

  test('lets the controller attach and detach freeze policies only, on accounts of phases that may be frozen only', () => {
    const { Principal, Condition } = byController;
    const common = { Effect: 'Allow', Principal, Action: freezeActions };
    const arn = `arn:aws:organizations::${management}`;
    expect(delegation().slice(1)).toEqual([
      {
        ...common,
        Sid: 'FreezePolicies',
        Resource: `${arn}:policy/o-exampleorg1/service_control_policy/*`,
        Condition: { ...Condition, StringEquals: { 'aws:ResourceTag/Freezes': ['dev'] } },
      },
      {
        ...common,
        Sid: 'FreezableAccounts',
        Resource: `${arn}:account/o-exampleorg1/*`,
        Condition: { ...Condition, StringEquals: { 'aws:ResourceTag/Phase': ['dev'] } },
      },
    ]);
  });

  test('tags the policies that freeze, and no others', () => {
    const policies = Object.entries(stacks['example-guardrails'] ?? {}).filter(([address]) =>
      address.startsWith('aws_organizations_policy.'),
    );
    const tagged = policies.filter(([, { tags }]) => tags !== undefined);
    expect(policies.length).toBeGreaterThan(tagged.length);
    expect(tagged.map(([, { name, tags }]) => [name, tags])).toEqual([['example-freeze-dev', { Freezes: 'dev' }]]);
  });

  test('delegates no freezing where no phase may be frozen', () => {
    const phases = { dev: { purpose: 'testing', data: 'synthetic' } } as const;
    expect(delegation(synthesize({ ...definition, phases })).map(({ Sid }) => Sid)).toEqual(['ReadOrganization']);
  });

  test.each(['organization', 'accounts'] as const)('lets nobody in before the lock has its %s', (part) => {
    const { [part]: _, ...lock } = fullLock(definition);
    const addresses = Object.keys(synthesize(definition, lock)['example-organization'] ?? {});
    expect(addresses).toContain('aws_organizations_organization.organization');
    expect(addresses.filter((each) => /spend-reader|resource_policy/.test(each))).toEqual([]);
  });
});
