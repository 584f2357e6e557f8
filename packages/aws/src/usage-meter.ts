import {
  type AutoScalingClient,
  type AutoScalingGroup,
  paginateDescribeAutoScalingGroups,
} from '@aws-sdk/client-auto-scaling';
import { type EC2Client, type Instance, paginateDescribeInstances } from '@aws-sdk/client-ec2';
import { AccessError, type Place, type Usage, type UsageMeter } from '@bulkhead/controller';
import { platformRoleArn } from '@bulkhead/model';
import { reaching } from './access-error.ts';
import { committedInstances, lacksType } from './committed-instances.ts';
import { itemsOfPages } from './items-of-pages.ts';
import { findTemplateType } from './launch-template-type.ts';

/** IAM actions that the meter uses, in the account in which it counts. */
export const usageMeterActions = [
  'autoscaling:DescribeAutoScalingGroups',
  'ec2:DescribeInstances',
  'ec2:DescribeLaunchTemplateVersions',
] as const;

/** Clients that act as `/bulkhead/controller` in the account. */
export interface UsageMeterClients {
  readonly ec2: (place: Place) => EC2Client;
  readonly autoScaling: (place: Place) => AutoScalingClient;
}

/**
 * Counts instances by describing all of them. Launch templates are read for groups only whose types neither they nor
 * their instances name; where even that tells none, the place rejects, since what the group may launch is unknown.
 */
export function usageMeter({ ec2, autoScaling }: UsageMeterClients): UsageMeter {
  const call = <Value>(place: Place, action: (typeof usageMeterActions)[number], work: () => Promise<Value>) =>
    reaching({ action, role: platformRoleArn(place.accountId, 'controller'), region: place.region }, work);

  const groupsOf = (place: Place) =>
    call(place, 'autoscaling:DescribeAutoScalingGroups', () =>
      itemsOfPages(
        paginateDescribeAutoScalingGroups({ client: autoScaling(place), pageSize: 100 }, {}),
        ({ AutoScalingGroups }) => AutoScalingGroups,
      ),
    );
  const instancesOf = (place: Place) =>
    call(place, 'ec2:DescribeInstances', () =>
      itemsOfPages(
        paginateDescribeInstances(
          { client: ec2(place), pageSize: 1000 },
          { Filters: [{ Name: 'instance-state-name', Values: ['pending', 'running'] }] },
        ),
        ({ Reservations = [] }) => Reservations.flatMap(({ Instances = [] }) => Instances),
      ),
    );
  const templateTypeOf = async (group: AutoScalingGroup, place: Place) => {
    if (!lacksType(group)) return undefined;
    const type = await call(place, 'ec2:DescribeLaunchTemplateVersions', () => findTemplateType(group, ec2(place)));
    if (type !== undefined) return type;
    const name = group.AutoScalingGroupName ?? '';
    throw new AccessError(
      `what Auto Scaling group ${name} may launch in ${place.accountId} ${place.region} is unknown: it names no instance type, name types in its overrides or its launch template`,
    );
  };

  return {
    async usage(place) {
      const [groups, instances] = await Promise.all([groupsOf(place), instancesOf(place)]);
      const types = await Promise.all(groups.map((group) => templateTypeOf(group, place)));
      return usageOf(instances, groups, types);
    },
  };
}

function usageOf(
  instances: readonly Instance[],
  groups: readonly AutoScalingGroup[],
  templateTypes: readonly (string | undefined)[],
): Usage {
  const ids = new Set(instances.map(({ InstanceId }) => InstanceId));
  const isSpot = ({ InstanceLifecycle }: Instance) => InstanceLifecycle === 'spot';
  const one = ({ InstanceType }: Instance) => ({ type: InstanceType ?? 'unknown', count: 1 });
  return {
    running: sumByType(instances.filter((instance) => !isSpot(instance)).map(one)),
    spot: sumByType(instances.filter(isSpot).map(one)),
    committed: sumByType(
      groups.flatMap((group, index) => committedInstances(group, (id) => ids.has(id), templateTypes[index]) ?? []),
    ),
  };
}

function sumByType(counts: readonly { readonly type: string; readonly count: number }[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { type, count } of counts) sums.set(type, (sums.get(type) ?? 0) + count);
  return sums;
}
