import {
  DescribeInstanceTypes$,
  type DescribeInstanceTypesCommandInput,
  type DescribeInstanceTypesCommandOutput,
  DescribeInstances$,
  type DescribeInstancesCommandInput,
  type DescribeInstancesCommandOutput,
  DescribeRegions$,
  type DescribeRegionsCommandInput,
  type DescribeRegionsCommandOutput,
  type Filter,
  type _InstanceType,
} from '@aws-sdk/client-ec2';
import { awsRegions, findVcpu, instanceTypes, isOptInRegion } from '@bulkhead/model';
import { AwsError } from './aws-error.ts';
import { matches } from './evaluate-policy.ts';
import { describeLaunchTemplateVersions } from './launch-template-versions.ts';
import { operation } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import { awsQuery } from './protocols.ts';
import { isRegionOn } from './regions-on.ts';
import { type Service, ec2Codes } from './service.ts';
import type { WorldInstance } from './world.ts';

// EC2 API reference, InstanceState.
const stateCodes = { pending: 0, running: 16, 'shutting-down': 32, terminated: 48, stopping: 64, stopped: 80 };
const tokenCode = { code: 'InvalidNextToken' };

type Readers<Item> = Readonly<Record<string, (item: Item) => string | undefined>>;

/** Items that fit all filters; the values of one are alternatives, with wildcards. */
function filtered<Item>(items: readonly Item[], filters: readonly Filter[] = [], readers: Readers<Item>) {
  return filters.reduce((rest, { Name = '', Values = [] }) => {
    const read = readers[Name];
    if (!read) throw new AwsError('InvalidParameterValue', `The filter '${Name}' is invalid`);
    return rest.filter((item) => Values.some((value) => matches(value, read(item) ?? '')));
  }, items);
}

const instanceFilters: Readers<WorldInstance> = {
  'instance-type': ({ type }) => type,
  'instance-state-name': ({ state }) => state,
  'instance-state-code': ({ state }) => String(stateCodes[state]),
  'instance-lifecycle': ({ lifecycle }) => lifecycle,
  'instance-id': ({ id }) => id,
  'tag:aws:autoscaling:groupName': ({ group }) => group,
};

const describeInstances = operation<DescribeInstancesCommandInput, DescribeInstancesCommandOutput>(
  DescribeInstances$,
  ({ Filters, InstanceIds, MaxResults = 1000, NextToken }, { world, caller, region }) => {
    const own = world.instances.filter((each) => each.accountId === caller.accountId && each.region === region);
    const missing = (InstanceIds ?? []).filter((id) => !own.some((each) => each.id === id));
    if (missing.length > 0) {
      throw new AwsError('InvalidInstanceID.NotFound', `The instance ID '${missing.join(', ')}' does not exist`);
    }
    const asked = own.filter(({ id }) => InstanceIds?.includes(id) ?? true);
    const { page, next } = pageOf(filtered(asked, Filters, instanceFilters), MaxResults, NextToken, tokenCode);
    const reservations = page.map((instance) => ({
      ReservationId: `r-${instance.id.slice(2)}`,
      OwnerId: caller.accountId,
      Instances: [describeInstance(instance)],
    }));
    return { Reservations: reservations, ...withToken(next) };
  },
);

function describeInstance({ id, type, state, lifecycle, group, region }: WorldInstance) {
  return {
    InstanceId: id,
    // The SDK knows the types of its day; AWS adds to them every week.
    InstanceType: type as _InstanceType,
    State: { Code: stateCodes[state], Name: state },
    Placement: { AvailabilityZone: `${region}a`, Tenancy: 'default' as const },
    ...(lifecycle ? { InstanceLifecycle: lifecycle } : {}),
    ...(group ? { Tags: [{ Key: 'aws:autoscaling:groupName', Value: group }] } : {}),
  };
}

const describeInstanceTypes = operation<DescribeInstanceTypesCommandInput, DescribeInstanceTypesCommandOutput>(
  DescribeInstanceTypes$,
  ({ InstanceTypes, Filters, MaxResults = 100, NextToken }) => {
    const unknown = (InstanceTypes ?? []).filter((type) => findVcpu(type) === undefined);
    if (unknown.length > 0) {
      throw new AwsError(
        'InvalidInstanceType',
        `The following supplied instance types do not exist: [${unknown.join(', ')}]`,
      );
    }
    const asked = filtered<string>(InstanceTypes ?? instanceTypes, Filters, { 'instance-type': (type) => type });
    const { page, next } = pageOf(asked, MaxResults, NextToken, tokenCode);
    const described = page.map((type) => ({
      InstanceType: type as _InstanceType,
      VCpuInfo: { DefaultVCpus: findVcpu(type) ?? 0 },
    }));
    return { InstanceTypes: described, ...withToken(next) };
  },
);

const describeRegions = operation<DescribeRegionsCommandInput, DescribeRegionsCommandOutput>(
  DescribeRegions$,
  ({ AllRegions = false, RegionNames }, call) => {
    const status = (region: string) => {
      if (!isOptInRegion(region)) return 'opt-in-not-required';
      return isRegionOn(region, call) ? 'opted-in' : 'not-opted-in';
    };
    const regions = awsRegions
      .filter((region) => RegionNames?.includes(region) ?? true)
      .filter((region) => AllRegions || status(region) !== 'not-opted-in');
    return { Regions: regions.map(describeRegion(status)) };
  },
);

const describeRegion = (status: (region: string) => string) => (region: string) => ({
  RegionName: region,
  Endpoint: `ec2.${region}.amazonaws.com`,
  OptInStatus: status(region),
});

export const ec2: Service = {
  name: 'ec2',
  version: '2016-11-15',
  protocol: awsQuery('http://ec2.amazonaws.com/doc/2016-11-15/', 'ec2'),
  operations: [describeInstances, describeInstanceTypes, describeLaunchTemplateVersions, describeRegions],
  codes: ec2Codes,
};
