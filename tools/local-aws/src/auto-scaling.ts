import {
  type AutoScalingGroup,
  DescribeAutoScalingGroups$,
  type DescribeAutoScalingGroupsCommandInput,
  type DescribeAutoScalingGroupsCommandOutput,
} from '@aws-sdk/client-auto-scaling';
import { launchTemplatesAt, ownTemplate } from './launch-templates-at.ts';
import { operation } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import { awsQuery } from './protocols.ts';
import { type Service, queryCodes } from './service.ts';
import type { World, WorldGroup } from './world.ts';

const describeGroups = operation<DescribeAutoScalingGroupsCommandInput, DescribeAutoScalingGroupsCommandOutput>(
  DescribeAutoScalingGroups$,
  ({ AutoScalingGroupNames, MaxRecords = 50, NextToken }, { world, caller, region }) => {
    const own = world.groups
      .filter((group) => group.accountId === caller.accountId && group.region === region)
      .filter(({ name }) => AutoScalingGroupNames?.includes(name) ?? true);
    const { page, next } = pageOf(own, Math.min(MaxRecords, 100), NextToken, { code: 'InvalidNextToken' });
    return { AutoScalingGroups: page.map((group) => describe(group, world)), ...withToken(next) };
  },
);

function describe(group: WorldGroup, world: World): AutoScalingGroup {
  const { name, accountId, region } = group;
  const launched = world.instances.filter(
    (each) =>
      each.group === name && each.accountId === accountId && each.region === region && each.state !== 'terminated',
  );
  return {
    AutoScalingGroupName: name,
    AutoScalingGroupARN: `arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:local:autoScalingGroupName/${name}`,
    MinSize: group.minSize,
    MaxSize: group.maxSize,
    DesiredCapacity: group.desiredCapacity,
    DefaultCooldown: 300,
    AvailabilityZones: [`${region}a`],
    HealthCheckType: 'EC2',
    CreatedTime: new Date('2026-01-01T00:00:00Z'),
    ...launchedFrom(group, world),
    Instances: launched.map(({ id, type }) => ({
      InstanceId: id,
      InstanceType: type,
      AvailabilityZone: `${region}a`,
      LifecycleState: 'InService' as const,
      HealthStatus: 'Healthy',
      ProtectedFromScaleIn: false,
    })),
    SuspendedProcesses: group.suspendedProcesses.map((ProcessName) => ({
      ProcessName,
      SuspensionReason: 'User suspended',
    })),
  };
}

/** A group of one type, or of none, names its launch template only: the type stands there and on the instances. */
function launchedFrom(group: WorldGroup, world: World) {
  const { launchTemplate, instanceTypes } = group;
  const { id, version } = launchTemplate ?? { id: ownTemplate(group).id, version: '1' };
  const name = launchTemplatesAt(group, world).find((each) => each.id === id)?.name;
  const template = {
    LaunchTemplateId: id,
    ...(name === undefined ? {} : { LaunchTemplateName: name }),
    ...(version === undefined ? {} : { Version: version }),
  };
  if (instanceTypes.length < (launchTemplate ? 1 : 2)) return { LaunchTemplate: template };
  return {
    MixedInstancesPolicy: {
      LaunchTemplate: {
        LaunchTemplateSpecification: template,
        Overrides: instanceTypes.map((InstanceType) => ({ InstanceType })),
      },
    },
  };
}

export const autoScaling: Service = {
  name: 'autoscaling',
  version: '2011-01-01',
  protocol: awsQuery('http://autoscaling.amazonaws.com/doc/2011-01-01/'),
  operations: [describeGroups],
  codes: queryCodes,
};
