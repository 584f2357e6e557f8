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
