import type { AutoScalingGroup, Instance, LaunchTemplateOverrides } from '@aws-sdk/client-auto-scaling';
import { committedInstances, lacksType } from './committed-instances.ts';

const machine = (InstanceId: string, InstanceType = 'm5.large', WeightedCapacity?: string): Instance => ({
  InstanceId,
  InstanceType,
  WeightedCapacity,
  AvailabilityZone: 'eu-west-1a',
  LifecycleState: 'InService',
  HealthStatus: 'Healthy',
  ProtectedFromScaleIn: false,
});
const mixed = (...Overrides: LaunchTemplateOverrides[]) => ({
  MixedInstancesPolicy: { LaunchTemplate: { Overrides } },
});
const runs = (id: string) => id.startsWith('i-');

test.each<[string, Partial<AutoScalingGroup>, string | undefined, object | undefined]>([
  [
    'what it lacks to its maximum',
    { MaxSize: 5, Instances: [machine('i-1')] },
    undefined,
    { type: 'm5.large', count: 4 },
  ],
  ['nothing where it is full', { MaxSize: 1, Instances: [machine('i-1')] }, undefined, undefined],
  ['nothing where it is over full', { MaxSize: 0, Instances: [machine('i-1')] }, undefined, undefined],
  [
    'also what replaces an instance that does not run',
    { MaxSize: 1, Instances: [machine('gone')] },
    undefined,
    { type: 'm5.large', count: 1 },
  ],
  ['its template’s type', { MaxSize: 2 }, 'c5.large', { type: 'c5.large', count: 2 }],
  [
    'its largest type',
    {
      MaxSize: 3,
      ...mixed({ InstanceType: 'm5.large' }, { InstanceType: 'm5.4xlarge' }, { InstanceType: 'm5.xlarge' }),
    },
    undefined,
    { type: 'm5.4xlarge', count: 3 },
  ],
  [
    'units of capacity where types have weights',
    {
      MaxSize: 10,
      Instances: [machine('i-1', 'm5.xlarge', '2')],
      ...mixed(
        { InstanceType: 'm5.large', WeightedCapacity: '1' },
        { InstanceType: 'm5.4xlarge', WeightedCapacity: '6' },
      ),
    },
    undefined,
    { type: 'm5.4xlarge', count: 2 },
  ],
  [
    'a type that the catalogue lacks rather than one that it has',
    { MaxSize: 1, ...mixed({ InstanceType: 'm5.large' }, { InstanceType: 'm99.large' }) },
    undefined,
    { type: 'm99.large', count: 1 },
  ],
  [
    'what it is kept from for now',
    { MaxSize: 2, SuspendedProcesses: [{ ProcessName: 'Launch' }] },
    'm5.large',
    { type: 'm5.large', count: 2 },
  ],
])('a group commits %s', (_, group, templateType, expected) => {
  expect(committedInstances(group as AutoScalingGroup, runs, templateType)).toEqual(expected);
});

test.each<[string, Partial<AutoScalingGroup>, boolean]>([
  ['an empty group with a template only', { MaxSize: 2 }, true],
  ['a group that can launch nothing', { MaxSize: 0 }, false],
  ['a group whose instances have types', { MaxSize: 2, Instances: [machine('i-1')] }, false],
  ['a group with overrides', { MaxSize: 2, ...mixed({ InstanceType: 'm5.large' }) }, false],
  [
    'a group whose types are chosen by attributes',
    {
      MaxSize: 2,
      Instances: [machine('i-1')],
      ...mixed({ InstanceRequirements: { VCpuCount: { Min: 2 }, MemoryMiB: { Min: 1 } } }),
    },
    true,
  ],
])('whether %s lacks a type: see the table', (_, group, expected) => {
  expect(lacksType(group as AutoScalingGroup)).toBe(expected);
});
