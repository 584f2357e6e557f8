import type { IdentityDefinition, OrganizationDefinition } from '@bulkhead/model';
import { fullLock, statementsOf, synthesize } from './context.fixture.ts';
import { withPeople } from './people.fixture.ts';

const definition = withPeople('identity-center');
const lock = fullLock(definition);
const instanceArn = 'arn:aws:sso:::instance/ssoins-0000000000000001';
const stacks = synthesize(definition);
const identity = stacks['example-identity'] ?? {};

const ofType = (type: string, from = identity) =>
  Object.entries(from)
    .filter(([address]) => address.startsWith(`${type}.`))
    .map(([, resource]) => resource);

test('people, groups and who is in them stand in the directory of Identity Center, and no person is an IAM user', () => {
  expect(ofType('aws_identitystore_user')).toMatchObject([
    {
      user_name: 'ada.moreau',
      display_name: "Ada O'Moreau",
      name: { given_name: 'Ada', family_name: "O'Moreau" },
      emails: { value: 'ada@example.com', primary: true },
    },
    { user_name: 'tom', name: { given_name: 'Tom', family_name: 'Tom' } },
  ]);
  expect(ofType('aws_identitystore_group').map((group) => group['display_name'])).toContain('shop-appeng');
  expect(ofType('aws_identitystore_group_membership')).toContainEqual({
    provider: 'aws',
    identity_store_id: 'd-0000000001',
    group_id: '${aws_identitystore_group.group-shop-appeng.group_id}',
    member_id: '${aws_identitystore_user.person-ada_moreau.user_id}',
  });
  expect(ofType('aws_iam_group')).toEqual([]);
  expect(ofType('aws_iam_user').map(({ path }) => path)).toEqual(['/break-glass/', '/break-glass/']);
});

test('a permission set may become its role in the account that it is used in, and may do nothing else', () => {
  const name = 'aws_ssoadmin_permission_set_inline_policy.set-appeng-dev';
  expect(statementsOf(identity, new RegExp(`^${name}`), 'inline_policy')).toEqual([
    {
      Sid: 'Become',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::*:role/bulkhead/appeng',
      Condition: { StringEquals: { 'aws:ResourceAccount': '$${aws:PrincipalAccount}' } },
    },
  ]);
});

test('a group has the set of its role in the accounts that the model gives it, and in no others', () => {
  const set = '${aws_ssoadmin_permission_set.set-appeng-dev.arn}';
  expect(ofType('aws_ssoadmin_account_assignment').filter((each) => each['permission_set_arn'] === set)).toEqual(
    ['on-call', 'shop-appeng'].map((group) => ({
      provider: 'aws',
      instance_arn: instanceArn,
      permission_set_arn: set,
      principal_type: 'GROUP',
      principal_id: `\${aws_identitystore_group.group-${group}.group_id}`,
      target_type: 'AWS_ACCOUNT',
      target_id: '000000000014',
    })),
  );
});

test('nothing is assigned in the management account: what is could not be changed from here', () => {
  const targets = ofType('aws_ssoadmin_account_assignment').map((each) => each['target_id']);
  expect(targets.length).toBeGreaterThan(10);
  expect(targets).not.toContain('000000000001');
});

const withHours = (shop: number, lab: number): OrganizationDefinition => {
  const common = { phases: ['dev'], owner: 'x@example.com', costCenter: 'CC-9' } as const;
  const businessUnits = {
    shop: { ...common, overrides: { dev: { sessionHours: shop } } },
    lab: { ...common, overrides: { dev: { sessionHours: lab } } },
  };
  return { ...definition, businessUnits };
};

test.each([
  [8, 8, 'PT8H'],
  [8, 2, 'PT2H'],
  [1, 12, 'PT1H'],
])('a set lasts as long as its phase says, with %d and %d hours in two units %s', (shop, lab, duration) => {
  const { 'example-identity': resources } = synthesize(withHours(shop, lab));
  expect(resources?.['aws_ssoadmin_permission_set.set-observer-dev']).toMatchObject({ session_duration: duration });
});

test('what an identity provider owns is not made here, and is assigned by the ids of the lock, once it has them all', () => {
  const names = ofType('aws_identitystore_group').map((group) => String(group['display_name']));
  const groups = Object.fromEntries(names.map((name, index) => [name, `id-${index}`]));
  const center = lock.identityCenter;
  if (!center) throw new Error('no Identity Center in the lock');
  const { 'example-identity': resources } = synthesize(definition, {
    ...lock,
    identityCenter: { ...center, groups },
  });
  for (const type of ['aws_identitystore_user', 'aws_identitystore_group', 'aws_identitystore_group_membership']) {
    expect(ofType(type, resources)).toEqual([]);
  }
  expect(ofType('aws_ssoadmin_account_assignment', resources).map((each) => each['principal_id'])).toContain(
    groups['shop-appeng'],
  );
  const { 'on-call': _, ...some } = groups;
  const waiting = synthesize(definition, { ...lock, identityCenter: { ...center, groups: some } });
  expect(Object.keys(waiting)).not.toContain('example-identity');
});

test('Identity Center is reached in its own Region, and nothing else stands there', () => {
  const center = lock.identityCenter;
  if (!center) throw new Error('no Identity Center in the lock');
  const { 'example-identity': resources } = synthesize(definition, {
    ...lock,
    identityCenter: { ...center, region: 'us-east-1' },
  });
  const there = Object.entries(resources ?? {}).filter(([, { provider }]) => provider === 'aws.us-east-1');
  expect(there.length).toBeGreaterThan(10);
  expect(there.filter(([address]) => !/^aws_(identitystore|ssoadmin)_/.test(address))).toEqual([]);
  const elsewhere = Object.keys(resources ?? {}).filter((address) => /^aws_(identitystore|ssoadmin)_/.test(address));
  expect(elsewhere).toHaveLength(there.length);
});

test('security administrators stop people in the directory, and make nobody', () => {
  const statements = statementsOf(identity, /^aws_iam_role_policy\.security-administrator_permissions/);
  const actions = statements
    .flatMap(({ Action = [] }) => Action)
    .filter((action) => action.startsWith('sso-directory'));
  expect(actions).toContain('sso-directory:DisableUser');
  expect(actions.filter((action) => /Create|Add|Update(?!Password)/.test(action))).toEqual([]);
});

test.each<IdentityDefinition['signIn']>(['iam-users', 'identity-center'])(
  'with %s the emergency is the same: it is for the day on which the other fails',
  (signIn) => {
    const each = synthesize(withPeople(signIn))['example-identity'];
    expect(each?.['aws_iam_user.break-glass-1']).toEqual(identity['aws_iam_user.break-glass-1']);
    expect(each?.['aws_iam_role.break-glass']).toEqual(identity['aws_iam_role.break-glass']);
  },
);
