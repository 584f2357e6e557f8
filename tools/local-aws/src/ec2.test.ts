import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeInstanceTypesCommand,
  DescribeInstancesCommand,
  type DescribeInstancesCommandInput,
  DescribeRegionsCommand,
  DescribeVolumesCommand,
  EC2Client,
  paginateDescribeInstances,
} from '@aws-sdk/client-ec2';
import type { LocalAws } from './start-local-aws.ts';
import { clientOf, controllerOf, dev, prod, startSmallWorld } from './world.fixture.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startSmallWorld();
  const machine = { accountId: dev, region: 'eu-west-1', type: 'm5.12xlarge', state: 'running' } as const;
  aws.world.instances.push(
    { ...machine, id: 'i-1', group: 'web' },
    { ...machine, id: 'i-2' },
    { ...machine, id: 'i-3', lifecycle: 'spot' },
    { ...machine, id: 'i-4', state: 'stopped' },
    { ...machine, id: 'i-5', type: 't3.micro' },
    { ...machine, id: 'i-6', type: 'p5.48xlarge' },
    { ...machine, id: 'i-7', accountId: prod },
    { ...machine, id: 'i-8', region: 'us-east-1' },
  );
  const group = { accountId: dev, region: 'eu-west-1', minSize: 1, maxSize: 7, desiredCapacity: 1 };
  aws.world.groups.push(
    { ...group, name: 'web', instanceTypes: ['m5.12xlarge'], suspendedProcesses: ['Launch'] },
    { ...group, name: 'mixed', instanceTypes: ['m5.large', 'r5.large'], suspendedProcesses: [] },
  );
});
afterAll(() => aws.close());

const ec2 = (accountId = dev, region = 'eu-west-1') => new EC2Client(clientOf(aws, controllerOf(accountId), region));
const ids = async (input: DescribeInstancesCommandInput, client = ec2()) =>
  (await client.send(new DescribeInstancesCommand(input))).Reservations?.flatMap(({ Instances = [] }) =>
    Instances.map(({ InstanceId }) => InstanceId),
  );
const filter = (Name: string, ...Values: string[]) => ({ Name, Values });

test.each<[string, DescribeInstancesCommandInput, string[]]>([
  ['all of the account and Region', {}, ['i-1', 'i-2', 'i-3', 'i-4', 'i-5', 'i-6']],
  ['one type', { Filters: [filter('instance-type', 't3.micro')] }, ['i-5']],
  ['a family', { Filters: [filter('instance-type', 'p5.*', 't3.*')] }, ['i-5', 'i-6']],
  ['spot', { Filters: [filter('instance-lifecycle', 'spot')] }, ['i-3']],
  [
    'a type that runs',
    { Filters: [filter('instance-type', 'm5.12xlarge'), filter('instance-state-name', 'pending', 'running')] },
    ['i-1', 'i-2', 'i-3'],
  ],
  ['ids', { InstanceIds: ['i-2', 'i-4'] }, ['i-2', 'i-4']],
])('instances are found by %s', async (_, input, expected) => {
  expect(await ids(input)).toEqual(expected);
});

test('an account sees its own instances only, in one Region', async () => {
  expect(await ids({}, ec2(prod))).toEqual(['i-7']);
  expect(await ids({}, ec2(dev, 'us-east-1'))).toEqual(['i-8']);
});

test('the paginator of the client reaches every instance once', async () => {
  const sizes: (number | undefined)[] = [];
  for await (const { Reservations } of paginateDescribeInstances({ client: ec2(), pageSize: 4 }, {})) {
    sizes.push(Reservations?.length);
  }
  expect(sizes).toEqual([4, 2]);
});

test.each([
  [
    'a filter that does not exist',
    () => ids({ Filters: [filter('colour', 'red')] }),
    'InvalidParameterValue',
    "The filter 'colour' is invalid",
  ],
  [
    'an instance type that does not exist',
    () => ec2().send(new DescribeInstanceTypesCommand({ InstanceTypes: ['m5.12xlarg' as never] })),
    'InvalidInstanceType',
    'The following supplied instance types do not exist: [m5.12xlarg]',
  ],
  [
    'an operation that is not implemented',
    () => ec2().send(new DescribeVolumesCommand({})),
    'InvalidAction',
    'local-aws does not implement ec2:DescribeVolumes',
  ],
])('%s is refused with the code of EC2', async (_, call, name, message) => {
  await expect(call()).rejects.toMatchObject({ name, message });
});

test('types tell their vCPU', async () => {
  const { InstanceTypes } = await ec2().send(new DescribeInstanceTypesCommand({ InstanceTypes: ['m5.12xlarge'] }));
  expect(InstanceTypes).toEqual([{ InstanceType: 'm5.12xlarge', VCpuInfo: { DefaultVCpus: 48 } }]);
});

test('a Region that an account did not opt in to is off: not listed, and its keys are not valid there', async () => {
  const { Regions = [] } = await ec2().send(new DescribeRegionsCommand({}));
  const names = Regions.map(({ RegionName }) => RegionName);
  expect([names.includes('eu-west-1'), names.includes('eu-central-2'), names.includes('eu-south-1')]).toEqual([
    true,
    true,
    false,
  ]);
  await expect(ids({}, ec2(dev, 'eu-south-1'))).rejects.toMatchObject({ name: 'AuthFailure' });
});

test('a group tells its bounds, its types, its machines and what is suspended', async () => {
  const client = new AutoScalingClient(clientOf(aws, controllerOf(dev)));
  const { AutoScalingGroups } = await client.send(new DescribeAutoScalingGroupsCommand({}));
  expect(AutoScalingGroups).toMatchObject([
    {
      AutoScalingGroupName: 'web',
      MinSize: 1,
      MaxSize: 7,
      LaunchTemplate: { LaunchTemplateName: 'web' },
      Instances: [{ InstanceId: 'i-1', InstanceType: 'm5.12xlarge' }],
      SuspendedProcesses: [{ ProcessName: 'Launch' }],
    },
    {
      AutoScalingGroupName: 'mixed',
      MixedInstancesPolicy: {
        LaunchTemplate: { Overrides: [{ InstanceType: 'm5.large' }, { InstanceType: 'r5.large' }] },
      },
    },
  ]);
});

test('usage metrics count the vCPU that run on demand, pool by pool', async () => {
  const query = (Class: string) => ({
    Id: Class.slice(0, 1).toLowerCase(),
    MetricStat: {
      Metric: {
        Namespace: 'AWS/Usage',
        MetricName: 'ResourceCount',
        Dimensions: Object.entries({ Service: 'EC2', Type: 'Resource', Resource: 'vCPU', Class }).map(
          ([Name, Value]) => ({ Name, Value }),
        ),
      },
      Period: 60,
      Stat: 'Maximum',
    },
  });
  const client = new CloudWatchClient(clientOf(aws, controllerOf(dev)));
  const { MetricDataResults = [] } = await client.send(
    new GetMetricDataCommand({
      MetricDataQueries: [query('Standard/OnDemand'), query('P/OnDemand'), query('X/OnDemand')],
      StartTime: new Date('2026-01-01T00:00:00Z'),
      EndTime: new Date('2026-01-01T00:05:00Z'),
    }),
  );
  expect(MetricDataResults.map(({ Id, Values }) => [Id, Values])).toEqual([
    ['s', [48 + 48 + 2]],
    ['p', [192]],
    ['x', [0]],
  ]);
});
