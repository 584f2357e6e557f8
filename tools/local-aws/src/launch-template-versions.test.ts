import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import {
  DescribeLaunchTemplateVersionsCommand,
  type DescribeLaunchTemplateVersionsCommandInput,
  EC2Client,
  paginateDescribeLaunchTemplateVersions,
} from '@aws-sdk/client-ec2';
import { addExampleWorkload } from './example-workload.ts';
import type { LocalAws } from './start-local-aws.ts';
import { clientOf, controllerOf, dev, prod, startSmallWorld } from './world.fixture.ts';

const id = 'lt-0123456789abcdef0';
let aws: LocalAws;
beforeEach(async () => {
  aws = await startSmallWorld();
  aws.world.launchTemplates.push({
    accountId: dev,
    region: 'eu-west-1',
    id,
    name: 'batch',
    versions: ['m5.large', 'm5.xlarge', null],
    defaultVersion: 2,
  });
});
afterEach(() => aws.close());

const ec2 = (accountId = dev, region = 'eu-west-1') => new EC2Client(clientOf(aws, controllerOf(accountId), region));
const versions = async (input: DescribeLaunchTemplateVersionsCommandInput, client = ec2()) =>
  (await client.send(new DescribeLaunchTemplateVersionsCommand(input))).LaunchTemplateVersions;
const groups = async (accountId = dev) =>
  (await new AutoScalingClient(clientOf(aws, controllerOf(accountId))).send(new DescribeAutoScalingGroupsCommand({})))
    .AutoScalingGroups ?? [];

test.each<[string, DescribeLaunchTemplateVersionsCommandInput, (string | undefined)[]]>([
  ['a number', { LaunchTemplateId: id, Versions: ['1'] }, ['m5.large']],
  ['the default', { LaunchTemplateId: id, Versions: ['$Default'] }, ['m5.xlarge']],
  ['the latest, which names no type', { LaunchTemplateId: id, Versions: ['$Latest'] }, [undefined]],
  ['several', { LaunchTemplateName: 'batch', Versions: ['$Default', '1'] }, ['m5.xlarge', 'm5.large']],
  ['none, and all come, the newest first', { LaunchTemplateName: 'batch' }, [undefined, 'm5.xlarge', 'm5.large']],
])('versions of a launch template are found by %s', async (_, input, types) => {
  const found = await versions(input);
  expect(found?.map(({ LaunchTemplateData }) => LaunchTemplateData?.InstanceType)).toEqual(types);
});

test('a version tells its template, its number and whether it is the default', async () => {
  expect(await versions({ LaunchTemplateId: id, Versions: ['$Default'] })).toEqual([
    {
      LaunchTemplateId: id,
      LaunchTemplateName: 'batch',
      VersionNumber: 2,
      DefaultVersion: true,
      CreateTime: expect.any(Date),
      CreatedBy: `arn:aws:iam::${dev}:root`,
      LaunchTemplateData: { InstanceType: 'm5.xlarge' },
    },
  ]);
});

test('the paginator of the client reaches every version once', async () => {
  const numbers: (number | undefined)[][] = [];
  const input = { LaunchTemplateId: id };
  for await (const page of paginateDescribeLaunchTemplateVersions({ client: ec2(), pageSize: 2 }, input)) {
    numbers.push((page.LaunchTemplateVersions ?? []).map(({ VersionNumber }) => VersionNumber));
  }
  expect(numbers).toEqual([[3, 2], [1]]);
});

test.each<[string, DescribeLaunchTemplateVersionsCommandInput, string, string]>([
  [
    'an id that does not exist',
    { LaunchTemplateId: 'lt-00000000000000000' },
    'InvalidLaunchTemplateId.NotFound',
    'The specified launch template, with template ID lt-00000000000000000, does not exist.',
  ],
  [
    'a name that does not exist',
    { LaunchTemplateName: 'missing' },
    'InvalidLaunchTemplateName.NotFoundException',
    'The specified launch template, with template name missing, does not exist.',
  ],
  [
    'a version that does not exist',
    { LaunchTemplateId: id, Versions: ['4'] },
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find the specified version 4 for the launch template with ID ${id}.`,
  ],
  [
    'id and name together',
    { LaunchTemplateId: id, LaunchTemplateName: 'batch' },
    'InvalidParameterCombination',
    'You must specify either the launch template ID or the launch template name, but not both.',
  ],
  [
    'a parameter that is not implemented',
    { LaunchTemplateId: id, MinVersion: '2' },
    'UnsupportedOperation',
    'local-aws does not implement MinVersion of ec2:DescribeLaunchTemplateVersions',
  ],
])('%s is refused with the code of EC2', async (_, input, name, message) => {
  await expect(versions(input)).rejects.toMatchObject({ name, message, $metadata: { httpStatusCode: 400 } });
});

test.each([
  ['account', () => ec2(prod)],
  ['Region', () => ec2(dev, 'us-east-1')],
])('a template is not there in another %s', async (_, client) => {
  await expect(versions({ LaunchTemplateId: id }, client())).rejects.toMatchObject({
    name: 'InvalidLaunchTemplateId.NotFound',
  });
});

test.each<[string, string[], string | undefined]>([
  ['one type, which stands in its template', ['c5.large'], 'c5.large'],
  ['several types, of which its template names none', ['c5.large', 'r5.large'], undefined],
])('a group has a template of its own where it names %s', async (_, instanceTypes, type) => {
  const place = { accountId: dev, region: 'eu-west-1', minSize: 0, maxSize: 1, desiredCapacity: 0 };
  aws.world.groups.push({ ...place, name: 'web', instanceTypes, suspendedProcesses: [] });
  const [group] = await groups();
  const { LaunchTemplateId, Version = '' } =
    group?.LaunchTemplate ?? group?.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification ?? {};
  const [version] = (await versions({ LaunchTemplateId, Versions: [Version] })) ?? [];
  expect([version?.LaunchTemplateName, version?.LaunchTemplateData?.InstanceType]).toEqual(['web', type]);
});

test('a group names its types as overrides of a template that is not its own, even a single one', async () => {
  const place = { accountId: dev, region: 'eu-west-1', minSize: 0, maxSize: 1, desiredCapacity: 0 };
  const group = { ...place, name: 'web', instanceTypes: ['c5.large'], launchTemplate: { id }, suspendedProcesses: [] };
  aws.world.groups.push(group);
  expect((await groups())[0]?.MixedInstancesPolicy?.LaunchTemplate).toEqual({
    LaunchTemplateSpecification: { LaunchTemplateId: id, LaunchTemplateName: 'batch' },
    Overrides: [{ InstanceType: 'c5.large' }],
  });
});

test('the example has a group of which only the template says what it would launch', async () => {
  addExampleWorkload(aws.world);
  const group = (await groups(prod)).find(({ AutoScalingGroupName }) => AutoScalingGroupName === 'batch');
  expect(group).toMatchObject({ Instances: [], MaxSize: 12, LaunchTemplate: { Version: '$Default' } });
  expect(group).not.toHaveProperty('MixedInstancesPolicy');
  const { LaunchTemplateId, Version = '' } = group?.LaunchTemplate ?? {};
  const [version] = (await versions({ LaunchTemplateId, Versions: [Version] }, ec2(prod))) ?? [];
  expect(version?.LaunchTemplateData).toEqual({ InstanceType: 'm5.xlarge' });
});
