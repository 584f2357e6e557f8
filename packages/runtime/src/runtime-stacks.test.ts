import { type Lock, type OrganizationDefinition, defineOrganization, parseOrganization } from '@bulkhead/model';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { App, Testing } from 'cdktf';
import { runtimeStacks } from './runtime-stacks.ts';

const definition: OrganizationDefinition = defineOrganization({
  name: 'example',
  regions: { home: 'eu-west-1', further: ['us-east-1'] },
  accountEmail: 'aws+{account}@example.com',
  enterprise: {
    owner: 'platform@example.com',
    costCenter: 'CC-1',
    identity: { signIn: 'iam-users' },
    sharedServices: { retention: { years: 7 } },
    delivery: { pipelines: [{ github: 'example/platform', environments: ['prod'] }] },
  },
  phases: { dev: { purpose: 'testing', data: 'synthetic' } },
  businessUnits: {
    shop: { owner: 'shop@example.com', costCenter: 'CC-2', phases: ['dev'] },
    lab: {
      owner: 'lab@example.com',
      costCenter: 'CC-3',
      phases: ['dev'],
      regions: ['us-east-1'],
      delivery: 'own',
      pipelines: [{ github: 'lab/platform', environments: ['live'] }],
      overrides: { dev: { without: ['agent'] } },
    },
  },
});

const regions = ['eu-west-1', 'us-east-1'];
const perRegion = (service: string) =>
  Object.fromEntries(regions.map((region) => [region, `arn:aws:${service}:${region}:000000000012:x/1`]));
const lock: Lock = {
  organization: { id: 'o-exampleorg1', rootId: 'r-abcd', managementAccountId: '000000000001' },
  accounts: {
    'example-identity': { id: '000000000011' },
    'example-shared-services': { id: '000000000012' },
    'example-delivery': { id: '000000000013' },
    'example-lab-delivery': { id: '000000000014' },
    'example-shop-dev': { id: '000000000015' },
    'example-lab-dev': { id: '000000000016' },
  },
  sharedServices: { keys: perRegion('kms'), sinks: perRegion('oam') },
};

const stacksWith = (ids: Lock) =>
  runtimeStacks(new App(), { organization: parseOrganization(definition), lock: ids, folder: '/organization' });

function resources(name: string, type: string): readonly Readonly<Record<string, unknown>>[] {
  const stack = stacksWith(lock).find(({ node }) => node.id === name);
  if (!stack) throw new Error(`no stack ${name}`);
  const { resource } = JSON.parse(Testing.synth(stack)) as {
    resource: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  };
  return Object.values(resource[type] ?? {});
}

test('every unit has a stack for each of its phases', () => {
  expect(stacksWith(lock).map(({ node }) => node.id)).toEqual(['example-shop-dev', 'example-lab-dev']);
});

test('an account that the lock does not have waits, and holds up nobody else', () => {
  const { 'example-shop-dev': _, ...accounts } = lock.accounts ?? {};
  expect(stacksWith({ ...lock, accounts }).map(({ node }) => node.id)).toEqual(['example-lab-dev']);
});

test('an account is linked to the sink of each of its Regions', () => {
  expect(resources('example-shop-dev', 'aws_oam_link').map((link) => link['sink_identifier'])).toEqual([
    'arn:aws:oam:eu-west-1:000000000012:x/1',
    'arn:aws:oam:us-east-1:000000000012:x/1',
  ]);
  expect(resources('example-lab-dev', 'aws_oam_link').map((link) => link['sink_identifier'])).toEqual([
    'arn:aws:oam:us-east-1:000000000012:x/1',
  ]);
});

test.each([
  [
    'example-shop-dev',
    '000000000013',
    'example-platform-prod',
    "the enterprise's pipeline in the shared delivery account",
  ],
  ['example-lab-dev', '000000000014', 'lab-platform-live', "the unit's own pipeline in its own delivery account"],
])('%s is applied and planned from %s by %s, %s, and by nobody else', (name, deliveryId, pipeline) => {
  const trustOf = (role: string) => {
    const found = resources(name, 'aws_iam_role').find((each) => each['name'] === role);
    return [...String(found?.['assume_role_policy']).matchAll(/arn:aws:iam::\d+:role[^"]*/g)].map(([arn]) => arn);
  };
  const role = (prefix: string) => `arn:aws:iam::${deliveryId}:role/bulkhead/${prefix}-${pipeline}`;
  const organizationDeployer = 'arn:aws:iam::000000000001:role/bulkhead/organization-deployer';
  expect(trustOf('deployer')).toEqual([role('apply'), organizationDeployer]);
  expect(trustOf('planner')).toEqual([role('plan')]);
});

test('the controller is trusted from the shared delivery account, whoever deploys', () => {
  for (const name of ['example-shop-dev', 'example-lab-dev']) {
    const controller = resources(name, 'aws_iam_role').find((role) => role['name'] === 'controller');
    expect(String(controller?.['assume_role_policy'])).toContain('arn:aws:iam::000000000013:role/bulkhead/controller');
  }
});

test('the controller raises quotas of EC2 and of nothing else', () => {
  const statements = resources('example-shop-dev', 'aws_iam_role_policy').flatMap(
    ({ policy }) => (JSON.parse(String(policy)) as { Statement: readonly Record<string, unknown>[] }).Statement,
  );
  expect(statements.filter(({ Action }) => String(Action).includes('RequestServiceQuotaIncrease'))).toMatchObject([
    { Condition: { StringEquals: { 'servicequotas:service': 'ec2' } } },
  ]);
});

test("a unit's own constructs go into its stack", () => {
  const [stack] = stacksWith(lock);
  if (!stack) throw new Error('no stack');
  new SqsQueue(stack, 'orders', { name: 'orders' });
  expect(Testing.synth(stack)).toContain('"aws_sqs_queue"');
});

describe('telemetry', () => {
  const archive = 'arn:aws:s3:::example-shared-services-archive-000000000012';

  test('AWS Config records in every Region of an account, and what has no Region once', () => {
    const global = (name: string) =>
      resources(name, 'aws_config_configuration_recorder').map(({ recording_group: group }) => group);
    expect(global('example-shop-dev')).toMatchObject([
      { include_global_resource_types: true },
      { include_global_resource_types: false },
    ]);
    expect(global('example-lab-dev')).toMatchObject([{ include_global_resource_types: true }]);
    expect(resources('example-shop-dev', 'aws_config_delivery_channel')).toMatchObject(
      regions.map(() => ({ s3_bucket_name: 'example-shared-services-config-000000000012' })),
    );
    expect(resources('example-shop-dev', 'aws_config_configuration_recorder_status')).toMatchObject(
      regions.map(() => ({ is_enabled: true })),
    );
  });

  test.each([
    ['example-shop-dev', ['eu-west-1', 'us-east-1'], 'shop'],
    ['example-lab-dev', ['us-east-1'], 'lab'],
  ])('every log group of %s is subscribed to, for the destination of its unit', (name, inRegions, unit) => {
    const policies = resources(name, 'aws_cloudwatch_log_account_policy');
    expect(policies.map(({ policy_type: type, scope }) => [type, scope])).toEqual(
      inRegions.map(() => ['SUBSCRIPTION_FILTER_POLICY', 'ALL']),
    );
    expect(policies.map(({ policy_document: text }) => JSON.parse(String(text)) as unknown)).toMatchObject(
      inRegions.map((region) => ({
        DestinationArn: `arn:aws:logs:${region}:000000000012:destination:bulkhead-${unit}`,
        FilterPattern: '',
      })),
    );
  });

  test('instances become the agent, whose role units may pass, and read its settings in every Region', () => {
    const agent = resources('example-shop-dev', 'aws_iam_role').find((role) => role['name'] === 'agent');
    expect(agent).toMatchObject({ path: '/telemetry/' });
    expect(String(agent?.['assume_role_policy'])).toContain('"Service":"ec2.amazonaws.com"');
    const settings = resources('example-shop-dev', 'aws_ssm_parameter');
    expect(settings.map(({ name }) => name)).toEqual(regions.map(() => 'AmazonCloudWatch-bulkhead'));
    for (const { insecure_value: text } of settings) expect(JSON.parse(String(text))).toHaveProperty('logs');
  });

  test('an account that does without the agent has neither its role nor its settings', () => {
    const roles = resources('example-lab-dev', 'aws_iam_role').map((role) => role['name']);
    expect(roles).toContain('controller');
    expect(roles).not.toContain('agent');
    expect(resources('example-lab-dev', 'aws_ssm_parameter')).toEqual([]);
  });

  test("what flows in a unit's own network goes to the archive, and the names that are asked for there", () => {
    const [stack] = stacksWith(lock);
    if (!stack) throw new Error('no stack');
    stack.recordNetwork('network', 'vpc-1', 'us-east-1');
    const { resource } = JSON.parse(Testing.synth(stack)) as {
      resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
    expect(resource['aws_flow_log']).toMatchObject({
      network: { vpc_id: 'vpc-1', traffic_type: 'ALL', log_destination: archive, provider: 'aws.us-east-1' },
    });
    expect(Object.values(resource['aws_route53_resolver_query_log_config_association'] ?? {})).toMatchObject([
      {
        resource_id: 'vpc-1',
        resolver_query_log_config_id: '${aws_route53_resolver_query_log_config.query-logs-us-east-1.id}',
      },
    ]);
    expect(Object.values(resource['aws_route53_resolver_query_log_config'] ?? {})).toMatchObject(
      regions.map(() => ({ destination_arn: archive })),
    );
  });
});
