import { parseOrganization } from '@bulkhead/model';
import { definition, fullLock, statementsOf, synthesize } from './context.fixture.ts';
import { delivering } from './delivering.fixture.ts';

const stacks = synthesize(delivering);
const ids = fullLock(delivering).accounts ?? {};
const idOf = (account: string) => ids[`example-${account}`]?.id ?? '';
const bucket = `arn:aws:s3:::example-state-${idOf('delivery')}`;

const trustsOf = (from: typeof stacks, stack: string) =>
  statementsOf(from[stack], /^aws_iam_role\./, 'assume_role_policy');
const permissions = (stack: string, role: string) =>
  statementsOf(stacks[stack], new RegExp(`^aws_iam_role_policy\\.${role}_permissions`));
const permissionsOf = ([stack, role]: readonly [string, string]) => permissions(stack, role);
const resourcesOf = (stack: string, role: string, sid: string) =>
  permissions(stack, role)
    .filter(({ Sid }) => Sid === sid)
    .flatMap(({ Resource }) => Resource);
const deployer = (account: string) => `arn:aws:iam::${idOf(account)}:role/bulkhead/deployer`;
const planner = (account: string) => `arn:aws:iam::${idOf(account)}:role/bulkhead/planner`;

const roles = {
  enterpriseProd: ['example-delivery', 'pipeline-example-platform-prod_apply'],
  enterpriseDev: ['example-delivery', 'pipeline-example-platform-dev_apply'],
  shop: ['example-shop-delivery', 'pipeline-shop-tools-live-prod_apply'],
} as const;
const plans = {
  enterpriseProd: ['example-delivery', 'pipeline-example-platform-prod_plan'],
  enterpriseDev: ['example-delivery', 'pipeline-example-platform-dev_plan'],
  shop: ['example-shop-delivery', 'pipeline-shop-tools-live-prod_plan'],
} as const;

const reach = {
  enterpriseProd: ['shared-services', 'shop-delivery', 'desk-dev', 'desk-prod'],
  enterpriseDev: ['desk-dev'],
  shop: ['shop-dev', 'shop-prod'],
} as const;

describe('tokens', () => {
  test('a role is trusted from one repository, one environment or branch, one audience: no pattern anywhere', () => {
    const federated = Object.keys(stacks)
      .flatMap((stack) => trustsOf(stacks, stack))
      .filter(({ Action }) => Action === 'sts:AssumeRoleWithWebIdentity');
    const subjects = federated.map(({ Condition }) => {
      expect(Object.keys(Condition ?? {})).toEqual(['StringEquals']);
      return Object.values(Condition?.['StringEquals'] ?? {});
    });
    const github = (environment: string) => ['sts.amazonaws.com', `repo:example/platform:environment:${environment}`];
    const gitlab = (branch: string) => [
      'https://gitlab.com',
      `project_path:shop/tools/live:ref_type:branch:ref:${branch}`,
    ];
    expect(subjects).toHaveLength(7);
    expect(subjects).toEqual(
      expect.arrayContaining([
        ...['organization', 'prod', 'prod-plan', 'dev', 'dev-plan'].map(github),
        ...['main', 'develop'].map(gitlab),
      ]),
    );
    expect(subjects.flat(2).filter((text) => /[*?]/.test(text))).toEqual([]);
  });

  test("a token is taken by the provider of its own host, in the role's account", () => {
    const [trust] = statementsOf(stacks['example-shop-delivery'], /^aws_iam_role\.pipeline/, 'assume_role_policy');
    expect(trust?.Principal).toEqual({
      Federated: `arn:aws:iam::${idOf('shop-delivery')}:oidc-provider/gitlab.com`,
    });
  });

  test('an account has the provider of the hosts that its pipelines use, and no other', () => {
    const urls = (stack: string) =>
      Object.entries(stacks[stack] ?? {})
        .filter(([address]) => address.startsWith('aws_iam_openid_connect_provider.'))
        .map(([, provider]) => [provider['url'], provider['client_id_list']]);
    expect(urls('example-delivery')).toEqual([['https://token.actions.githubusercontent.com', ['sts.amazonaws.com']]]);
    expect(urls('example-shop-delivery')).toEqual([['https://gitlab.com', ['https://gitlab.com']]]);
    expect(urls('example-identity')).toEqual([]);
  });
});

describe('management', () => {
  const subjectsIn = (pipelines: readonly unknown[]) => {
    const from = { ...definition, enterprise: { ...definition.enterprise, delivery: { pipelines } } };
    return trustsOf(synthesize(from as typeof definition), 'example-organization').flatMap(({ Condition }) =>
      Object.values(Condition?.['StringEquals'] ?? {}).slice(1),
    );
  };
  const branches = { branch: 'main', planBranch: 'develop' };
  test.each([
    [
      'the environment organization of GitHub',
      [{ github: 'example/platform', environments: ['prod'] }],
      ['repo:example/platform:environment:organization'],
    ],
    [
      'a branch that the definition lists under that name',
      [{ gitlab: 'example/platform', environments: [{ name: 'organization', ...branches }] }],
      ['project_path:example/platform:ref_type:branch:ref:main'],
    ],
    [
      'nowhere where GitLab has no such branch',
      [{ gitlab: 'example/platform', environments: [{ name: 'prod', ...branches }] }],
      [],
    ],
    [
      'nowhere where that environment asks nobody',
      [{ github: 'example/platform', environments: ['prod', { name: 'organization', protected: false }] }],
      [],
    ],
  ])('is deployed from one protected environment: %s', (_, pipelines, subjects) => {
    expect(subjectsIn(pipelines)).toEqual(subjects);
  });
});

describe.each(['enterpriseProd', 'enterpriseDev', 'shop'] as const)('the pipeline %s', (name) => {
  const states = (suffix = '') =>
    reach[name].map((account) => {
      const unit = /^(shop|desk)/.exec(account)?.[0] ?? 'enterprise';
      return `${bucket}/${unit}/example-${account}.tfstate${suffix}`;
    });

  test('becomes deployer where it deploys, planner when it plans, and nothing else anywhere', () => {
    const becomes = ([stack, role]: readonly [string, string]) =>
      permissions(stack, role)
        .filter(({ Action }) => Action === 'sts:AssumeRole')
        .flatMap(({ Resource }) => Resource);
    expect(becomes(roles[name]).sort()).toEqual(reach[name].map(deployer).sort());
    expect(becomes(plans[name]).sort()).toEqual(reach[name].map(planner).sort());
  });

  test('writes the states of what it deploys, removes their locks only, and reads those states when it plans', () => {
    const s3 = ([stack, role]: readonly [string, string]) =>
      permissions(stack, role)
        .filter(({ Sid }) => Sid.startsWith('State') && Sid !== 'StateKey')
        .map(({ Action, Resource }) => [Action, [Resource].flat().sort()]);
    expect(s3(roles[name])).toEqual([
      ['s3:ListBucket', [bucket]],
      [['s3:GetObject', 's3:PutObject'], states().sort()],
      [['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], states('.tflock').sort()],
    ]);
    expect(s3(plans[name])).toEqual([
      ['s3:ListBucket', [bucket]],
      ['s3:GetObject', states().sort()],
    ]);
  });

  test('changes nothing when it plans', () => {
    const actions = permissionsOf(plans[name]).flatMap(({ Action = [] }) => [Action].flat());
    expect([...new Set(actions)].sort()).toEqual(['kms:Decrypt', 's3:GetObject', 's3:ListBucket', 'sts:AssumeRole']);
  });
});

test("a unit's pipeline never deploys the account in which its own roles stand", () => {
  expect(resourcesOf(...roles.shop, 'Deploy')).not.toContain(deployer('shop-delivery'));
  expect(resourcesOf(...roles.shop, 'State').filter((arn) => String(arn).includes('shop-delivery'))).toEqual([]);
});

describe('state of a unit with a delivery account of its own', () => {
  const shopRole = (name: string) => `arn:aws:iam::${idOf('shop-delivery')}:role/bulkhead/${name}-shop-tools-live-prod`;
  const byPrincipal = (address: RegExp, arn: string) =>
    statementsOf(stacks['example-delivery'], address).filter(
      ({ Effect, Condition }) =>
        Effect === 'Allow' && [Condition?.['ArnLike']?.['aws:PrincipalArn']].flat().includes(arn),
    );

  test.each(['apply', 'plan'])('is open to its %s role by bucket and key as far as the role itself may', (kind) => {
    const own = permissions('example-shop-delivery', `pipeline-shop-tools-live-prod_${kind}`);
    const bucketSide = byPrincipal(/^aws_s3_bucket_policy\.state_/, shopRole(kind));
    const pick = ({ Action, Resource }: (typeof own)[number]) => ({ Action, Resource });
    expect(bucketSide.map(pick)).toEqual(own.filter(({ Sid }) => /^State(?!Key)/.test(Sid)).map(pick));
    expect(byPrincipal(/^aws_kms_key\.state-key/, shopRole(kind))).toMatchObject([
      {
        Action: own.find(({ Sid }) => Sid === 'StateKey')?.Action,
        Principal: { AWS: `arn:aws:iam::${idOf('shop-delivery')}:root` },
        Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
      },
    ]);
  });

  test("the organization's state is open to the organization deployer alone", () => {
    const statements = statementsOf(stacks['example-delivery'], /^aws_s3_bucket_policy\.organization-state_/);
    const organizationDeployer = 'arn:aws:iam::000000000001:role/bulkhead/organization-deployer';
    for (const { Condition } of statements.filter(({ Effect }) => Effect === 'Allow')) {
      expect([Condition?.['ArnLike']?.['aws:PrincipalArn']].flat()).toEqual([organizationDeployer]);
    }
    expect(statements.find(({ Sid }) => Sid === 'OnlyPipelines')).toMatchObject({
      Effect: 'Deny',
      Principal: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': [organizationDeployer] } },
    });
  });

  test("the accounts' state is closed to every role but those of pipelines, whoever in the account allows it", () => {
    const closed = statementsOf(stacks['example-delivery'], /^aws_s3_bucket_policy\.state_/).find(
      ({ Sid }) => Sid === 'OnlyPipelines',
    );
    expect(closed).toMatchObject({ Effect: 'Deny', Principal: '*', Resource: `${bucket}/*` });
    expect(closed?.Condition?.['ArnNotLike']?.['aws:PrincipalArn']).toEqual([
      shopRole('apply'),
      shopRole('plan'),
      'arn:aws:iam::000000000001:role/bulkhead/organization-deployer',
      `arn:aws:iam::${idOf('delivery')}:role/bulkhead/apply-*`,
      `arn:aws:iam::${idOf('delivery')}:role/bulkhead/plan-*`,
    ]);
  });
});

test('a pipeline of many accounts fits into a role, and what it reaches is still held by each trust', () => {
  const units = Array.from({ length: 58 }, (_, index) => `unit-${String(index)}`);
  const unit = { owner: 'desk@example.com', costCenter: 'CC-3', phases: ['dev', 'prod'] };
  const many = { ...delivering, businessUnits: Object.fromEntries(units.map((name) => [name, unit])) };
  expect(parseOrganization(many).businessUnits).toHaveLength(58);
  const from = synthesize(many);
  const texts = Object.entries(from['example-delivery'] ?? {})
    .filter(([address]) => address.startsWith('aws_iam_role_policy.pipeline'))
    .map(([, policy]) => String(policy['policy']));
  expect(texts).toHaveLength(4);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(10_240);
  const statements = statementsOf(
    from['example-delivery'],
    /^aws_iam_role_policy\.pipeline-example-platform-dev_apply/,
  );
  expect(statements.find(({ Sid }) => Sid === 'State')?.Resource).toEqual([`${bucket}/*/example-*dev.tfstate`]);
});

test('a dozen units with delivery accounts of their own fit into the policy of the bucket with their states', () => {
  const own = (name: string) => ({
    owner: `${name}@example.com`,
    costCenter: 'CC-3',
    phases: ['dev', 'prod'],
    delivery: 'own' as const,
    pipelines: [{ github: `example/${name}`, environments: ['dev', 'prod'] }],
  });
  const names = Array.from({ length: 12 }, (_, index) => `unit-${String(index + 10)}`);
  const many = { ...delivering, businessUnits: Object.fromEntries(names.map((name) => [name, own(name)])) };
  const from = synthesize(many)['example-delivery'] ?? {};
  const [, policy] = Object.entries(from).find(([address]) => address.startsWith('aws_s3_bucket_policy.state_')) ?? [];
  expect(String(policy?.['policy']).length).toBeLessThan(20_480);
  const states = statementsOf(from, /^aws_s3_bucket_policy\.state_/).filter(({ Sid }) => Sid.startsWith('StateApply'));
  expect(states).toHaveLength(12);
  expect(states[0]?.Resource).toEqual([`${bucket}/unit-10/*.tfstate`]);
});
