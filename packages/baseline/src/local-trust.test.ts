import { type Account, type AssumableRole, accountsOf, defineOrganization, parseOrganization } from '@bulkhead/model';
import { localSessionSeconds } from './local-session.ts';
import { localTrust } from './local-trust.ts';
import { policyJson } from './policy-json.ts';
import type { StackContext } from './stack-context.ts';

type SignIn = 'iam-users' | 'identity-center';

function contextOf(signIn: SignIn, units: readonly string[] = ['shop']): StackContext {
  const organization = parseOrganization(
    defineOrganization<string>({
      name: 'example',
      regions: { home: 'eu-west-1' },
      accountEmail: 'aws+{account}@example.com',
      enterprise: {
        owner: 'platform@example.com',
        costCenter: 'CC-1',
        identity: {
          signIn,
          secondFactor: { minutes: 15 },
          groups: { 'on-call': { unit: 'shop', roles: ['operator'], phases: ['prod'] } },
        },
        sharedServices: { retention: { years: 7 } },
        delivery: { pipelines: [] },
      },
      phases: {
        dev: { purpose: 'testing', data: 'synthetic', sessionHours: 6 },
        prod: { purpose: 'customers', data: 'sensitive', protect: true },
      },
      businessUnits: Object.fromEntries(
        units.map((name) => [name, { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['dev', 'prod'] }]),
      ),
    }),
  );
  const ids = accountsOf(organization).map(({ name }, index) => [name, { id: `00000000001${index}` }] as const);
  return { organization, lock: { accounts: Object.fromEntries(ids) }, folder: '/organization' };
}

const accountIn = ({ organization }: StackContext, name: string): Account => {
  const found = accountsOf(organization).find((account) => account.name === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
};
const trust = (signIn: SignIn, role: AssumableRole, account: string) => {
  const context = contextOf(signIn);
  return localTrust(role, accountIn(context, account), context);
};

describe('where people are IAM users', () => {
  test.each<[AssumableRole, string, readonly string[]]>([
    ['appeng', 'example-shop-dev', ['shop-appeng']],
    ['operator', 'example-shop-prod', ['shop-operator', 'on-call']],
    ['auditor', 'example-shop-prod', ['auditors']],
    ['delivery-user', 'example-delivery', ['shop-delivery']],
  ])('%s of %s lets in who carries the tag of %j', (role, account, groups) => {
    expect(trust('iam-users', role, account).map(({ Condition }) => Condition?.['StringEquals'])).toEqual(
      groups.map((group) => ({ [`aws:PrincipalTag/group-${group}`]: 'member' })),
    );
  });

  test.each([
    [4, 4],
    [5, 1],
    [50, 1],
  ])(
    'the trust of a role that %d groups become has %d statements and fits into 2,048 characters',
    (count, statements) => {
      const units = [
        'shop',
        ...Array.from({ length: count - 1 }, (_, index) => `unit-with-a-long-name-${String(index)}`),
      ];
      const context = contextOf('iam-users', units);
      const trusts = localTrust('delivery-user', accountIn(context, 'example-delivery'), context);
      expect(trusts).toHaveLength(statements);
      expect(policyJson(trusts).length).toBeLessThan(2048);
    },
  );

  test('everybody who is let in is a user under /people/ and has shown a second factor a moment ago', () => {
    for (const statement of trust('iam-users', 'operator', 'example-shop-prod')) {
      expect(statement).toMatchObject({
        Principal: { AWS: 'arn:aws:iam::000000000010:root' },
        Condition: {
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::000000000010:user/people/*' },
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': '900' },
        },
      });
    }
  });
});

test("where people come from Identity Center, a role lets in its own account's permission set, in both forms of its path", () => {
  const set = 'AWSReservedSSO_operator-prod_*';
  expect(trust('identity-center', 'operator', 'example-shop-prod')).toEqual([
    {
      Sid: 'People',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { AWS: 'arn:aws:iam::000000000014:root' },
      Condition: {
        ArnLike: {
          'aws:PrincipalArn': ['', '*/'].map(
            (region) => `arn:aws:iam::000000000014:role/aws-reserved/sso.amazonaws.com/${region}${set}`,
          ),
        },
      },
    },
  ]);
});

test.each<SignIn>(['iam-users', 'identity-center'])('with %s a role that no group becomes trusts nobody', (signIn) => {
  expect(() => trust(signIn, 'appeng', 'example-shop-prod')).toThrow('no group becomes appeng in example-shop-prod');
});

test.each<[SignIn, string, number]>([
  ['iam-users', 'example-shop-dev', 6 * 3600],
  ['iam-users', 'example-shop-prod', 4 * 3600],
  ['iam-users', 'example-delivery', 4 * 3600],
  // AWS ends what one role makes of another after an hour
  ['identity-center', 'example-shop-dev', 3600],
])('with %s a session in %s lasts %d seconds', (signIn, account, seconds) => {
  const context = contextOf(signIn);
  expect(localSessionSeconds(accountIn(context, account), context)).toBe(seconds);
});
