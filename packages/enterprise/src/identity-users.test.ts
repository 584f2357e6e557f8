import { policyJson } from '@bulkhead/baseline';
import { statementsOf, synthesize } from './context.fixture.ts';
import { withPeople } from './people.fixture.ts';

const stacks = synthesize(withPeople('iam-users'));
const identity = stacks['example-identity'] ?? {};
const identityId = '000000000010';
const fresh = (seconds: string) => ({
  Bool: { 'aws:MultiFactorAuthPresent': 'true' },
  NumericLessThan: { 'aws:MultiFactorAuthAge': seconds },
});
const addresses = (type: string) => Object.keys(identity).filter((address) => address.startsWith(`${type}.`));
const ada = /^aws_iam_user_policy\.person-ada_moreau_/;

test('every person is a user under /people/, and the only others are the two sealed ones', () => {
  expect(
    addresses('aws_iam_user').map((address) => [identity[address]?.['path'], identity[address]?.['name']]),
  ).toEqual([
    ['/break-glass/', 'break-glass-1'],
    ['/break-glass/', 'break-glass-2'],
    ['/people/', 'ada.moreau'],
    ['/people/', 'tom'],
  ]);
});

test('a user carries a tag for each group, and a name that AWS takes as a tag', () => {
  expect(identity['aws_iam_user.person-ada_moreau']?.['tags']).toEqual({
    Name: 'Ada O-Moreau',
    Email: 'ada@example.com',
    Unit: 'shop',
    'group-shop-appeng': 'member',
    'group-on-call': 'member',
  });
});

test('a person is in the groups of the definition and in that of everybody', () => {
  const [membership] = addresses('aws_iam_user_group_membership');
  expect(identity[membership ?? '']).toMatchObject({
    user: '${aws_iam_user.person-ada_moreau.name}',
    groups: ['people', 'group-shop-appeng', 'group-on-call'].map((group) => `\${aws_iam_group.${group}.name}`),
  });
});

test('no password is made here: it would stand in the state', () => {
  expect(addresses('aws_iam_user_login_profile')).toEqual([]);
});

test.each([
  ['group-shop-appeng', ['arn:aws:iam::000000000014:role/bulkhead/appeng']],
  ['group-shop-delivery', ['arn:aws:iam::000000000013:role/bulkhead/delivery-user']],
  ['group-shop-telemetry', ['arn:aws:iam::000000000011:role/bulkhead/reader-shop']],
  ['group-on-call', ['arn:aws:iam::000000000014:role/bulkhead/appeng']],
])('%s may become exactly its roles, with a second factor that is young enough', (group, roles) => {
  const address = new RegExp(`^aws_iam_group_policy\\.${group}_permissions`);
  expect(statementsOf(identity, address)).toEqual([
    { Sid: 'Become', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roles, Condition: fresh('1800') },
  ]);
});

test('who becomes a role in every account is held to the accounts of the organization', () => {
  expect(statementsOf(identity, /^aws_iam_group_policy\.group-auditors/)).toEqual([
    {
      Sid: 'BecomeEverywhere',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: ['arn:aws:iam::*:role/bulkhead/auditor'],
      Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-exampleorg1' }, ...fresh('1800') },
    },
  ]);
});

test("a person changes the own password and device, and nobody else's", () => {
  const own = `arn:aws:iam::${identityId}:user/people/ada.moreau`;
  const changes = statementsOf(identity, ada).filter(({ Resource }) => Resource !== '*');
  expect(new Set(changes.flatMap(({ Resource = [] }) => Resource))).toEqual(
    new Set([own, `arn:aws:iam::${identityId}:mfa/*`]),
  );
  expect(changes.find(({ Action }) => Action?.includes('iam:ChangePassword'))?.Resource).toBe(own);
});

test('a device goes only in a session that was signed in with one', () => {
  const removing = statementsOf(identity, ada).filter(({ Action = [] }) => /Deactivate|Delete/.test(String(Action)));
  expect(removing).toMatchObject([{ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }]);
});

test("a user's policy fits into the 2,048 characters that IAM gives it", () => {
  // IAM and AWS STS quotas: white space doesn't count, and there is none
  expect(policyJson(statementsOf(identity, ada)).length).toBeLessThan(2048);
});

test('keys are denied to everybody, and without a second factor everything but getting one', () => {
  const [keys, rest, ...others] = statementsOf(identity, /^aws_iam_group_policy\.people_/);
  expect(others).toEqual([]);
  expect(keys).toMatchObject({ Effect: 'Deny', Resource: '*' });
  expect(keys?.Action).toContain('iam:CreateAccessKey');
  expect(keys?.Condition).toBeUndefined();
  expect(rest).toMatchObject({
    Effect: 'Deny',
    Resource: '*',
    Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  });
  expect(rest?.NotAction).toEqual(expect.arrayContaining(['iam:EnableMFADevice', 'iam:ChangePassword']));
  expect([rest?.NotAction].flat().filter((action) => /AssumeRole|Deactivate|Delete|\*/.test(action ?? ''))).toEqual([]);
});

describe('security administrators', () => {
  const statements = (stack: string) =>
    statementsOf(stacks[stack], /^aws_iam_role_policy\.security-administrator_permissions/);
  const changing = (stack: string) =>
    statements(stack)
      .flatMap(({ Action = [] }) => Action)
      .filter((action) => !/:(Get|List|Generate)/.test(action));

  test('read who may do what in every account, and change nothing outside of identity', () => {
    for (const stack of ['example-shared-services', 'example-delivery', 'example-shop-delivery']) {
      expect(statements(stack).flatMap(({ Action = [] }) => Action)).toContain('iam:Get*');
      expect(changing(stack)).toEqual([]);
    }
  });

  test('give and take passwords and devices of people, and touch nobody else', () => {
    expect(changing('example-identity')).toEqual(
      expect.arrayContaining(['iam:CreateLoginProfile', 'iam:DeactivateMFADevice', 'iam:DeleteLoginProfile']),
    );
    const people = statements('example-identity').filter(({ Resource }) => Resource !== '*');
    expect(people).toMatchObject([
      { Resource: [`arn:aws:iam::${identityId}:user/people/*`, `arn:aws:iam::${identityId}:group/people/*`] },
    ]);
  });

  test('decide neither who there is nor who is in which group: that stands in the definition', () => {
    const all = statements('example-identity').flatMap(({ Action = [] }) => Action);
    expect(all.filter((action) => /User$|AddUser|Tag|Policy$|\*$/.test(action))).toEqual([
      ...['iam:Get*', 'iam:List*', 'access-analyzer:Get*', 'access-analyzer:List*'],
    ]);
  });
});

describe('in an emergency', () => {
  test('a sealed user becomes break-glass in an account of the organization, makes no key, and does nothing else', () => {
    for (const user of ['break-glass-1', 'break-glass-2']) {
      expect(statementsOf(identity, new RegExp(`^aws_iam_user_policy\\.${user}_`))).toMatchObject([
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: ['arn:aws:iam::*:role/bulkhead/break-glass'],
          Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-exampleorg1' }, ...fresh('900') },
        },
        { Effect: 'Deny', Sid: 'NoKeys' },
      ]);
    }
  });

  test('no plan removes a sealed user: a new one would be without password and device', () => {
    expect(identity['aws_iam_user.break-glass-1']).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  test.each(['example-identity', 'example-shared-services', 'example-delivery', 'example-shop-delivery'])(
    '%s lets in the sealed users, just signed in, and nobody else, for an hour',
    (stack) => {
      expect(stacks[stack]?.['aws_iam_role.break-glass']).toMatchObject({ max_session_duration: 3600 });
      expect(statementsOf(stacks[stack], /^aws_iam_role\.break-glass$/, 'assume_role_policy')).toEqual([
        {
          Sid: 'Emergency',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: `arn:aws:iam::${identityId}:root` },
          Condition: {
            ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${identityId}:user/break-glass/*` },
            ...fresh('900'),
          },
        },
      ]);
    },
  );

  test('the management account has no such role', () => {
    expect(Object.keys(stacks['example-organization'] ?? {})).not.toContain('aws_iam_role.break-glass');
  });
});
