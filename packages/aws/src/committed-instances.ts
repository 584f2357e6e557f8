import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import { findVcpu } from '@bulkhead/model';

/** Instances of one type. */
export interface InstanceCount {
  readonly type: string;
  readonly count: number;
}

/**
 * What a group may still launch: what it lacks to its maximum, counted as the type among its own that has the most
 * vCPU, so that it is never less than what comes. A group that is kept from launching for now counts as well.
 *
 * With weights, the maximum and what runs are in units of capacity (EC2 Auto Scaling User Guide, instance weights).
 *
 * @param runs Whether an instance is pending or running in EC2
 * @param templateType The type of the group's launch template or configuration, where the group names none
 */
export function committedInstances(
  group: AutoScalingGroup,
  runs: (instanceId: string) => boolean,
  templateType?: string,
): InstanceCount | undefined {
  const running = (group.Instances ?? []).filter(({ InstanceId = '' }) => runs(InstanceId));
  const units = running.reduce((sum, { WeightedCapacity = '1' }) => sum + Number(WeightedCapacity), 0);
  const lacking = Math.max(0, (group.MaxSize ?? 0) - units);
  const choices = choicesOf(group, templateType).map(({ type, weight }) => ({
    type,
    count: Math.ceil(lacking / weight),
  }));
  // A type that the catalogue does not have could be the largest: it is shown, and makes the sum unknown.
  const size = ({ type, count }: InstanceCount) => (findVcpu(type) ?? Infinity) * count;
  return lacking === 0 ? undefined : choices.sort((one, other) => size(other) - size(one))[0];
}

/** Whether a group may launch something and does not say of which type: its launch template has to. */
export function lacksType(group: AutoScalingGroup): boolean {
  return (group.MaxSize ?? 0) > 0 && choicesOf(group).length === 0;
}

/** The types that a group names, else that of its template, else those of its instances, each with its weight. */
function choicesOf({ Instances = [], MixedInstancesPolicy }: AutoScalingGroup, templateType?: string) {
  const overrides = MixedInstancesPolicy?.LaunchTemplate?.Overrides ?? [];
  // Types that are chosen by attributes can be any: what happens to run says nothing about what comes.
  if (overrides.some(({ InstanceRequirements }) => InstanceRequirements)) return [];
  const named = [overrides, templateType === undefined ? [] : [{ InstanceType: templateType }], Instances];
  const choices = named.map((each: readonly Named[]) =>
    each.flatMap(({ InstanceType: type, WeightedCapacity = '1' }) =>
      type === undefined ? [] : [{ type, weight: Number(WeightedCapacity) }],
    ),
  );
  return choices.find((each) => each.length > 0) ?? [];
}

interface Named {
  readonly InstanceType?: string | undefined;
  readonly WeightedCapacity?: string | undefined;
}
