import { deliveryControllerActions, freezeActions, inventoryReaderActions, spendReaderActions } from '@bulkhead/model';
import { type Stacks, definition, fullLock, statementsOf, synthesize } from './context.fixture.ts';

const stacks = synthesize();
const management = '000000000001';
const delivery = '000000000012';
const byController = {
  Principal: { AWS: `arn:aws:iam::${delivery}:root` },
  Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${delivery}:role/bulkhead/controller` } },
};

const delegation = (from: Stacks) =>
  statementsOf(from['example-organization'], /^aws_organizations_resource_policy\./, 'content');

describe('the spend reader in management', () => {
  test('reads spend and budgets for the controller, and changes nothing', () => {
    expect(
      statementsOf(stacks['example-organization'], /^aws_iam_role\.spend-reader$/, 'assume_role_policy'),
    ).toMatchObject([{ Action: 'sts:AssumeRole', ...byController }]);
    expect(statementsOf(stacks['example-organization'], /^aws_iam_role_policy\.spend-reader/)).toMatchObject([
      { Action: spendReaderActions, Resource: '*' },
    ]);
    expect(spendReaderActions.filter((action) => !/^(ce:Get|budgets:View)/.test(action))).toEqual([]);
  });
});

describe('the inventory reader in shared services', () => {
  test('asks the aggregator of its account for the controller, and may do nothing else', () => {
    const own = stacks['example-shared-services'];
    expect(statementsOf(own, /^aws_iam_role\.inventory-reader$/, 'assume_role_policy')).toMatchObject([
      { Action: 'sts:AssumeRole', ...byController },
    ]);
    expect(statementsOf(own, /^aws_iam_role_policy\.inventory-reader/)).toEqual([
      {
        Sid: 'Stores',
        Effect: 'Allow',
        Action: inventoryReaderActions,
        Resource: 'arn:aws:config:eu-west-1:000000000011:config-aggregator/*',
      },
    ]);
    expect(inventoryReaderActions.filter((action) => !action.startsWith('config:Select'))).toEqual([]);
  });
});

describe('the organization', () => {
  test('lets the controller read it', () => {
    expect(delegation(stacks)[0]).toMatchObject({
      Action: deliveryControllerActions.readOrganization,
      Resource: '*',
      ...byController,
    });
  });

  test('lets the controller attach and detach freeze policies only, on accounts of phases that may be frozen only', () => {
    const { Principal, Condition } = byController;
    const common = { Effect: 'Allow', Principal, Action: freezeActions };
    const arn = `arn:aws:organizations::${management}`;
    expect(delegation(stacks).slice(1)).toEqual([
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
