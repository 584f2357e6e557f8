import { deliveryControllerActions } from '@bulkhead/model';
import { type Stacks, definition, statementsOf, synthesize } from './context.fixture.ts';

const stacks = synthesize();
const management = '000000000001';
const identity = '000000000010';
const sharedServices = '000000000011';
const delivery = '000000000012';
const controller = `arn:aws:iam::${delivery}:role/bulkhead/controller`;
const freshSecondFactor = {
  Bool: { 'aws:MultiFactorAuthPresent': 'true' },
  NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
};
const trustOf = (from: Stacks) =>
  statementsOf(from['example-delivery'], /^aws_iam_role\.controller$/, 'assume_role_policy');
const matches = (pattern: string, text: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
const identityCenter = synthesize({
  ...definition,
  enterprise: { ...definition.enterprise, identity: { signIn: 'identity-center' } },
});

describe('the controller in delivery', () => {
  test('becomes itself in accounts, the spend reader in management and the inventory reader in shared services, finds accounts, and may do nothing else', () => {
    expect(statementsOf(stacks['example-delivery'], /^aws_iam_role_policy\.controller/)).toMatchObject([
      { Action: deliveryControllerActions.becomeRoles, Resource: 'arn:aws:iam::*:role/bulkhead/controller' },
      {
        Action: deliveryControllerActions.becomeRoles,
        Resource: `arn:aws:iam::${management}:role/bulkhead/spend-reader`,
      },
      {
        Action: deliveryControllerActions.becomeRoles,
        Resource: `arn:aws:iam::${sharedServices}:role/bulkhead/inventory-reader`,
      },
      { Action: deliveryControllerActions.readOrganization, Resource: '*' },
    ]);
  });

  test('runs in the shared delivery account only', () => {
    expect(Object.keys(stacks['example-shop-delivery'] ?? {}).filter((each) => each.includes('controller'))).toEqual(
      [],
    );
  });

  test('lets in platform engineers who signed in with a second factor a moment ago, and nobody else', () => {
    expect(trustOf(stacks)).toEqual([
      {
        Sid: 'People',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { AWS: `arn:aws:iam::${identity}:root` },
        Condition: {
          ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${identity}:user/people/*` },
          StringEquals: { 'aws:PrincipalTag/group-platform-engineers': 'member' },
          ...freshSecondFactor,
        },
      },
    ]);
  });

  test('is open to the group of platform engineers, which may do nothing else', () => {
    expect(statementsOf(stacks['example-identity'], /^aws_iam_group_policy\.group-platform-engineers/)).toEqual([
      {
        Sid: 'Become',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: [controller],
        Condition: freshSecondFactor,
      },
    ]);
  });

  test('lets people in by their permission set where they come from Identity Center', () => {
    const [statement, ...others] = trustOf(identityCenter);
    const patterns = statement?.Condition?.['ArnLike']?.['aws:PrincipalArn'] ?? [];
    expect(others).toEqual([]);
    expect(statement?.Principal).toEqual({ AWS: `arn:aws:iam::${delivery}:root` });
    expect(patterns).toEqual([
      `arn:aws:iam::${delivery}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_controller-delivery_*`,
      `arn:aws:iam::${delivery}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_controller-delivery_*`,
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
    expect(roles).toEqual(expect.arrayContaining(['/bulkhead/apply-example-platform-prod', '/bulkhead/deployer']));
    const patterns = trustOf(from).flatMap(({ Condition }) => Condition?.['ArnLike']?.['aws:PrincipalArn'] ?? []);
    const letIn = [management, identity, delivery].flatMap((account) =>
      roles.map((role) => `arn:aws:iam::${account}:role${role}`),
    );
    expect(letIn.filter((arn) => patterns.some((pattern) => matches(pattern, arn)))).toEqual([]);
    const asked = statementsOf(from['example-delivery'], /^aws_iam_role_policy\.pipeline/)
      .filter(({ Action = [] }) => [Action].flat().some((action) => matches(action, 'sts:AssumeRole')))
      .flatMap(({ Resource = [] }) => Resource);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((pattern) => matches(pattern, controller))).toEqual([]);
  });
});
