import { AccessError } from '@bulkhead/controller';
import type { World, WorldGroup, WorldInstance } from '@bulkhead/local-aws';
import { type Example, dev, exampleWorld, home, prod, startExample } from './world.fixture.ts';
import { usageMeter } from './usage-meter.ts';

let world: World;
let example: Example;
beforeEach(async () => {
  world = exampleWorld();
  example = await startExample(world);
});
afterEach(() => example.close());

const usage = () => {
  const { session } = example;
  return usageMeter({ ec2: (place) => session.ec2(place), autoScaling: (place) => session.autoScaling(place) }).usage(
    home,
  );
};
const instance = (given: Partial<WorldInstance> = {}): WorldInstance => ({
  ...home,
  id: `i-${world.instances.length}`,
  type: 'm5.large',
  state: 'running',
  ...given,
});
const group = (given: Partial<WorldGroup>): WorldGroup => ({
  ...home,
  name: 'web',
  minSize: 0,
  maxSize: 3,
  desiredCapacity: 0,
  instanceTypes: ['m5.large', 'm5.xlarge'],
  suspendedProcesses: [],
  ...given,
});

test.each<[string, Partial<WorldInstance>, object, object]>([
  ['running', {}, { 'm5.large': 1 }, {}],
  ['pending', { state: 'pending' }, { 'm5.large': 1 }, {}],
  ['stopped', { state: 'stopped' }, {}, {}],
  ['stopping', { state: 'stopping' }, {}, {}],
  ['terminated', { state: 'terminated' }, {}, {}],
  ['Spot', { lifecycle: 'spot' }, {}, { 'm5.large': 1 }],
  ['in another Region', { region: 'us-east-1' }, {}, {}],
  ['in another account', { accountId: prod }, {}, {}],
])('an instance that is %s counts in its own place and pool, if at all', async (_, given, running, spot) => {
  world.instances.push(instance(given));
  const counted = await usage();
  expect([Object.fromEntries(counted.running), Object.fromEntries(counted.spot)]).toEqual([running, spot]);
});

test('every instance is counted once over pages of a thousand', async () => {
  for (let at = 0; at < 2001; at += 1) world.instances.push(instance());
  expect((await usage()).running).toEqual(new Map([['m5.large', 2001]]));
  expect(example.aws.calls.counts()).toMatchObject({ 'ec2:DescribeInstances': 3 });
});

test('groups commit what they lack to their maximum, of their largest type, and all groups add up', async () => {
  world.groups.push(group({}), group({ name: 'batch', maxSize: 2 }), group({ accountId: prod }));
  world.instances.push(instance({ group: 'web' }));
  expect((await usage()).committed).toEqual(new Map([['m5.xlarge', 4]]));
});

test('a group with a launch template commits the type that its instances have', async () => {
  world.groups.push(group({ instanceTypes: ['c5.large'] }));
  world.instances.push(instance({ group: 'web', type: 'c5.large' }));
  expect((await usage()).committed).toEqual(new Map([['c5.large', 2]]));
  expect(example.aws.calls.counts()).not.toHaveProperty('ec2:DescribeLaunchTemplateVersions');
});

test('a group whose type cannot be told makes the usage of its place unknown, never smaller', async () => {
  world.groups.push(group({ instanceTypes: ['c5.large'] }));
  example.aws.faults.set([
    { operation: 'ec2:DescribeLaunchTemplateVersions', kind: 'refuse', code: 'InvalidLaunchTemplateId.NotFound' },
  ]);
  const error = await usage().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AccessError);
  expect(error).toMatchObject({ message: expect.stringContaining('ec2:DescribeLaunchTemplateVersions') });
  expect(String(error)).toContain(dev);
});
