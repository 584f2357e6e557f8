import type { ServiceQuota } from '@aws-sdk/client-service-quotas';
import { type CatalogueQuota, type QuotaPlace, type QuotaSetting, quotaCatalogue } from './quota.ts';
import type { World } from './world.ts';

export function findQuota(serviceCode: string | undefined, quotaCode: string | undefined): CatalogueQuota | undefined {
  return quotaCatalogue.find((each) => each.serviceCode === serviceCode && each.quotaCode === quotaCode);
}

/** What is set for a quota at a place, member by member; later settings win. */
export function settingOf(world: World, place: QuotaPlace, quotaCode: string): Partial<QuotaSetting> {
  return world.quotas
    .filter((each) => each.quotaCode === quotaCode && isAt(each, place))
    .reduce<Partial<QuotaSetting>>((all, each) => ({ ...all, ...each }), {});
}

export const isAt = (
  { accountId, region }: { readonly accountId?: string; readonly region?: string },
  place: QuotaPlace,
): boolean => (accountId ?? place.accountId) === place.accountId && (region ?? place.region) === place.region;

/** The applied value; null where none is stored. */
export function appliedValue(world: World, place: QuotaPlace, quota: CatalogueQuota): number | null {
  const { value = quota.defaultValue } = settingOf(world, place, quota.quotaCode);
  return value;
}

/** A granted request raises what is applied from then on. */
export function applyValue(world: World, { accountId, region }: QuotaPlace, quotaCode: string, value: number): void {
  world.quotas.push({ accountId, region, quotaCode, value });
}

/** The default as AWS lists it: its ARN names no account. */
export function defaultQuota(quota: CatalogueQuota, region: string): ServiceQuota {
  return describe(quota, `arn:aws:servicequotas:${region}::${quota.serviceCode}/${quota.quotaCode}`, {
    Value: quota.defaultValue,
    Adjustable: quota.adjustable,
  });
}

/** The quota as it is applied; undefined where no value is stored. */
export function appliedQuota(world: World, place: QuotaPlace, quota: CatalogueQuota): ServiceQuota | undefined {
  const setting = settingOf(world, place, quota.quotaCode);
  const value = appliedValue(world, place, quota);
  const own = { Adjustable: setting.adjustable ?? quota.adjustable, QuotaAppliedAtLevel: 'ACCOUNT' } as const;
  const arn = quotaArn(place, quota);
  if (setting.errorReason) {
    const ErrorReason = { ErrorCode: setting.errorReason, ErrorMessage: 'the service did not tell its quota' };
    return describe(quota, arn, { ...own, ErrorReason });
  }
  return value === null ? undefined : describe(quota, arn, { ...own, Value: value });
}

export const quotaArn = ({ region, accountId }: QuotaPlace, { serviceCode, quotaCode }: CatalogueQuota) =>
  `arn:aws:servicequotas:${region}:${accountId}:${serviceCode}/${quotaCode}`;

function describe(quota: CatalogueQuota, arn: string, own: Partial<ServiceQuota>): ServiceQuota {
  return {
    ServiceCode: quota.serviceCode,
    ServiceName: quota.serviceName,
    QuotaArn: arn,
    QuotaCode: quota.quotaCode,
    QuotaName: quota.name,
    Unit: 'None',
    GlobalQuota: false,
    ...own,
    ...(quota.usageClass
      ? {
          UsageMetric: {
            MetricNamespace: 'AWS/Usage',
            MetricName: 'ResourceCount',
            MetricDimensions: { Class: quota.usageClass, Resource: 'vCPU', Service: 'EC2', Type: 'Resource' },
            MetricStatisticRecommendation: 'Maximum',
          },
        }
      : {}),
  };
}
