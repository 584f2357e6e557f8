import { accountsOf, parseOrganization } from '@bulkhead/model';
import { acme } from './organization.ts';
import { acmeLock, synthesize } from './synthesized.fixture.ts';

const stacks = synthesize();
const accounts = accountsOf(parseOrganization(acme));

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: { readonly AWS?: string; readonly Federated?: string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
const statements = (text: unknown) => (JSON.parse(String(text)) as { Statement: readonly Statement[] }).Statement;
const idOf = (account: string) => acmeLock.accounts?.[account]?.id ?? '';

/** Roles by ARN, each with its trust and what it may become. */
const roles = accounts.flatMap(({ name }) => {
  const resources = Object.entries(stacks[name]?.resources ?? {});
  return resources
    .filter(([address]) => address.startsWith('aws_iam_role.'))
    .map(([address, role]) => {
      const policy = resources.find(([, each]) => each['role'] === `\${${address}.name}` && 'policy' in each)?.[1];
      return {
        arn: `arn:aws:iam::${idOf(name)}:role${String(role['path'])}${String(role['name'])}`,
        trust: statements(role['assume_role_policy']),
        becomes: (policy ? statements(policy['policy']) : [])
          .filter(({ Action }) => Action === 'sts:AssumeRole')
          .flatMap(({ Resource = [] }) => Resource),
      };
    });
});

/** Pairs of a pipeline's role and a role in an account, from one side and from the other. */
const named = (kind: string) => roles.filter(({ arn }) => arn.includes(`:role/bulkhead/${kind}`));
const asked = (kind: 'apply' | 'plan') =>
  named(`${kind}-`).flatMap(({ arn, becomes }) => becomes.map((to) => `${arn} -> ${to}`));
const trusted = (kind: 'deployer' | 'planner') =>
  named(kind).flatMap(({ arn, trust }) =>
    trust
      .flatMap(({ Condition }) => Condition?.['ArnLike']?.['aws:PrincipalArn'] ?? [])
      .filter((from) => !from.endsWith('/organization-deployer'))
      .map((from) => `${from} -> ${arn}`),
  );

const platform = (kind: string) => `arn:aws:iam::${idOf('acme-delivery')}:role/bulkhead/${kind}-acme-platform-prod`;
const startup = (kind: string) =>
  `arn:aws:iam::${idOf('acme-startup-delivery')}:role/bulkhead/${kind}-startup-platform-prod`;

test.each([
  ['apply', 'deployer'],
  ['plan', 'planner'],
] as const)(
  "roles that %s for a unit become %s in its accounts and in nobody else's, and both sides say so",
  (kind, role) => {
    const deployed = accounts.filter(({ name }) => !['acme-delivery', 'acme-identity'].includes(name));
    const expected = deployed.map(({ name, unit, kind: what }) => {
      const from = unit === 'startup' && what === 'runtime' ? startup(kind) : platform(kind);
      return `${from} -> arn:aws:iam::${idOf(name)}:role/bulkhead/${role}`;
    });
    expect(expected).toHaveLength(11);
    expect([...asked(kind)].sort()).toEqual([...expected].sort());
    expect([...trusted(role)].sort()).toEqual([...expected].sort());
  },
);

test('nobody but the organization deployer deploys the account that holds the controller and the state', () => {
  const trust = stacks['acme-delivery']?.resources['aws_iam_role.deployer']?.['assume_role_policy'];
  expect(statements(trust).flatMap(({ Condition }) => Condition?.['ArnLike']?.['aws:PrincipalArn'])).toEqual([
    `arn:aws:iam::${acmeLock.organization?.managementAccountId ?? ''}:role/bulkhead/organization-deployer`,
  ]);
});

test('a deployer trusts no pattern of roles', () => {
  const patterns = [...named('deployer'), ...named('planner')].flatMap(({ trust }) =>
    trust.flatMap(({ Condition }) => Condition?.['ArnLike']?.['aws:PrincipalArn'] ?? []),
  );
  expect(patterns.length).toBeGreaterThan(25);
  expect(patterns.filter((pattern) => /[*?]/.test(pattern))).toEqual([]);
});

test('prod is deployed from protected environments only', () => {
  const asksNobody = {
    ...acme,
    enterprise: {
      ...acme.enterprise,
      delivery: {
        pipelines: [{ github: 'acme/platform', environments: ['prod', { name: 'try', protected: false }] }],
      },
    },
  };
  const synthesized = synthesize(acmeLock, asksNobody);
  const trustIn = (account: string) =>
    String(synthesized[account]?.resources['aws_iam_role.deployer']?.['assume_role_policy']);
  expect(trustIn('acme-retail-prod')).not.toContain('apply-acme-platform-try');
  expect(trustIn('acme-retail-prod')).toContain('apply-acme-platform-prod');
  expect(trustIn('acme-retail-dev')).toContain('apply-acme-platform-try');
  expect(trustIn('acme-shared-services')).not.toContain('apply-acme-platform-try');
  expect(trustIn('acme-shared-services')).toContain('apply-acme-platform-prod');
});

test('a token comes from one repository and one environment or branch of it', () => {
  const tokens = roles.flatMap(({ arn, trust }) =>
    trust
      .filter(({ Principal }) => Principal?.Federated !== undefined)
      .map(({ Condition }) => [arn, ...Object.values(Condition?.['StringEquals'] ?? {})]),
  );
  expect(tokens).toEqual([
    [platform('apply'), 'sts.amazonaws.com', 'repo:acme/platform:environment:prod'],
    [platform('plan'), 'sts.amazonaws.com', 'repo:acme/platform:environment:prod-plan'],
    [startup('apply'), 'https://gitlab.com', 'project_path:startup/platform:ref_type:branch:ref:main'],
    [startup('plan'), 'https://gitlab.com', 'project_path:startup/platform:ref_type:branch:ref:develop'],
  ]);
});
