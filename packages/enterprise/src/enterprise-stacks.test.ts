import { definition, fullLock, synthesize } from './context.fixture.ts';

const stacks = synthesize();

const find = (stack: string, address: RegExp) =>
  Object.entries(stacks[stack] ?? {})
    .filter(([each]) => address.test(each))
    .map(([, resource]) => resource);
const policyIn = (resource: Readonly<Record<string, unknown>> | undefined, argument = 'policy') =>
  JSON.parse(String(resource?.[argument])) as { Statement: readonly Readonly<Record<string, unknown>>[] };

test('the enterprise has a stack for the organization, for each of its accounts, and for guardrails', () => {
  expect(Object.keys(stacks)).toEqual([
    'example-organization',
    'example-shared-services',
    'example-identity',
    'example-delivery',
    'example-shop-delivery',
    'example-guardrails',
  ]);
});

describe('shared services', () => {
  test('a key and a sink stand in every Region that an account uses', () => {
    expect(find('example-shared-services', /^aws_kms_key\./)).toHaveLength(2);
    expect(find('example-shared-services', /^aws_oam_sink\./)).toHaveLength(2);
  });

  test('a sink takes links from the organization, and from nobody else', () => {
    for (const policy of find('example-shared-services', /^aws_oam_sink_policy\./)) {
      expect(policyIn(policy).Statement).toMatchObject([
        { Effect: 'Allow', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } } },
      ]);
    }
  });

  test('the archive is locked for the retention and in the mode of the definition', () => {
    expect(find('example-shared-services', /^aws_s3_bucket_object_lock_configuration\./)).toMatchObject([
      { rule: { default_retention: { mode: 'GOVERNANCE', years: 7 } } },
    ]);
  });
});

describe('the organization', () => {
  test('its deployer may do nothing by a wildcard over a whole service', () => {
    const [policy] = find('example-organization', /^aws_iam_role_policy\.deployer/);
    const actions = policyIn(policy).Statement.flatMap(({ Action }) => Action as string | readonly string[]);
    expect(actions.flat().filter((action) => /^\*$|:\*$/.test(action))).toEqual([]);
  });

  test('its deployer comes once the id of the management account is known', () => {
    const { organization, ...lock } = fullLock(definition);
    const before = synthesize(definition, { ...lock, organization: { id: organization?.id } });
    expect(Object.keys(before['example-organization'] ?? {}).filter((each) => each.startsWith('aws_iam_role'))).toEqual(
      [],
    );
  });

  test('backups are copied between accounts where one takes over from another, and nowhere else', () => {
    const prod = { purpose: 'customers', data: 'sensitive', protect: true } as const;
    const dr = { purpose: 'taking over', follows: 'prod', regions: ['us-east-1'] } as const;
    const withPhases = (phases: readonly [string, ...string[]]) =>
      synthesize({
        ...definition,
        phases: { ...definition.phases, prod, dr },
        businessUnits: { shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases, regions: ['eu-west-1'] } },
      })['example-organization'] ?? {};
    const copying = (organization: ReturnType<typeof withPhases>) => [
      organization['aws_backup_global_settings.backup']?.['global_settings'],
      JSON.stringify(organization['aws_organizations_organization.organization']).includes('backup.amazonaws.com'),
    ];
    expect(copying(withPhases(['prod', 'dr']))).toEqual([{ isCrossAccountBackupEnabled: 'true' }, true]);
    expect(copying(withPhases(['prod']))).toEqual([undefined, false]);
  });

  test('an account without a budget gets none', () => {
    expect(find('example-organization', /^aws_budgets_budget\./)).toEqual([]);
  });
});

describe('guardrails', () => {
  test('every policy but those that freeze is attached', () => {
    const policies = Object.keys(stacks['example-guardrails'] ?? {}).filter((each) =>
      each.startsWith('aws_organizations_policy.'),
    );
    const attached = find('example-guardrails', /^aws_organizations_policy_attachment\./).map(({ policy_id }) =>
      String(policy_id),
    );
    const unattached = policies.filter((address) => !attached.some((id) => id.includes(`${address}.`)));
    expect(unattached).toEqual(['aws_organizations_policy.example-freeze-dev']);
  });

  const targetsOf = (policy: string) =>
    find('example-guardrails', new RegExp(`^aws_organizations_policy_attachment\\.${policy}_`))
      .map(({ target_id }) => target_id)
      .sort();

  test.each([
    ['who reaches resources, at the root', 'example-rcp-root-1', 'RESOURCE_CONTROL_POLICY', ['r-abcd']],
    ['no tokens where workloads run', 'example-rcp-runtime-1', 'RESOURCE_CONTROL_POLICY', ['ou-abcd-00000001']],
    [
      'no tokens in identity, shared services and a delivery account without pipelines',
      'example-rcp-shared-tokens',
      'RESOURCE_CONTROL_POLICY',
      ['000000000010', '000000000011', '000000000013'],
    ],
    [
      'tokens of its pipelines in delivery',
      'example-rcp-account-delivery-1',
      'RESOURCE_CONTROL_POLICY',
      ['000000000012'],
    ],
    ['settings of EC2, at the root', 'example-ec2', 'DECLARATIVE_POLICY_EC2', ['r-abcd']],
    ['how tags are written, at the root', 'example-tags', 'TAG_POLICY', ['r-abcd']],
    [
      'an archive that nobody deletes, in shared services alone',
      'example-account-shared-services-1',
      'SERVICE_CONTROL_POLICY',
      ['000000000011'],
    ],
  ])('a policy stands where its promise holds: %s', (_, name, type, targets) => {
    const policies = find('example-guardrails', new RegExp(`^aws_organizations_policy\\.${name}$`));
    expect(policies).toMatchObject([{ name, type }]);
    expect(targetsOf(name)).toEqual(targets);
  });

  test('who is inside is the organization of the lock', () => {
    const [policy] = find('example-guardrails', /^aws_organizations_policy\.example-rcp-root-1$/);
    expect(policyIn(policy, 'content').Statement[0]).toMatchObject({
      Principal: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorg1' } },
    });
  });

  test('what holds everywhere is attached to the root', () => {
    expect(find('example-guardrails', /^aws_organizations_policy_attachment\.example-root/)).toMatchObject([
      { target_id: 'r-abcd' },
    ]);
  });
});
