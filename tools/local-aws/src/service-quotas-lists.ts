import {
  GetAWSDefaultServiceQuota$,
  type GetAWSDefaultServiceQuotaCommandInput,
  type GetAWSDefaultServiceQuotaCommandOutput,
  GetServiceQuota$,
  type GetServiceQuotaCommandInput,
  type GetServiceQuotaCommandOutput,
  ListAWSDefaultServiceQuotas$,
  type ListAWSDefaultServiceQuotasCommandInput,
  type ListAWSDefaultServiceQuotasCommandOutput,
  ListServiceQuotas$,
  type ListServiceQuotasCommandInput,
  type ListServiceQuotasCommandOutput,
  ListServices$,
  type ListServicesCommandInput,
  type ListServicesCommandOutput,
} from '@aws-sdk/client-service-quotas';
import { AwsError } from './aws-error.ts';
import { type Call, type Operation, operation } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import { type CatalogueQuota, type QuotaPlace, quotaCatalogue } from './quota.ts';
import { appliedQuota, defaultQuota, findQuota } from './quota-values.ts';

export const placeOf = ({ caller, region }: Call): QuotaPlace => ({ accountId: caller.accountId, region });

export const noSuchResource = () =>
  new AwsError('NoSuchResourceException', 'The request failed because the specified resource does not exist.');

export const tokenCode = { code: 'InvalidPaginationTokenException' };

export function getQuota(serviceCode: string | undefined, quotaCode: string | undefined): CatalogueQuota {
  const quota = findQuota(serviceCode, quotaCode);
  if (!quota) throw noSuchResource();
  return quota;
}

function quotasOf(serviceCode: string | undefined): readonly CatalogueQuota[] {
  const quotas = quotaCatalogue.filter((each) => each.serviceCode === serviceCode);
  if (quotas.length === 0) {
    throw new AwsError('NoSuchResourceException', 'The request failed because the specified service does not exist.');
  }
  return quotas;
}

/** Quotas and their defaults. An operation acts on the caller's account and Region; nothing names another. */
export const quotaLists: readonly Operation[] = [
  operation<ListServicesCommandInput, ListServicesCommandOutput>(ListServices$, ({ NextToken, MaxResults = 100 }) => {
    const names = new Map(quotaCatalogue.map(({ serviceCode, serviceName }) => [serviceCode, serviceName]));
    const services = [...names].map(([ServiceCode, ServiceName]) => ({ ServiceCode, ServiceName }));
    const { page, next } = pageOf(services, MaxResults, NextToken, tokenCode);
    return { Services: page, ...withToken(next) };
  }),
  operation<ListServiceQuotasCommandInput, ListServiceQuotasCommandOutput>(
    ListServiceQuotas$,
    ({ ServiceCode, QuotaCode, NextToken, MaxResults = 100 }, call) => {
      const quotas = quotasOf(ServiceCode)
        .filter(({ quotaCode }) => quotaCode === (QuotaCode ?? quotaCode))
        .flatMap((quota) => appliedQuota(call.world, placeOf(call), quota) ?? []);
      const { page, next } = pageOf(quotas, MaxResults, NextToken, tokenCode);
      return { Quotas: page, ...withToken(next) };
    },
  ),
  operation<GetServiceQuotaCommandInput, GetServiceQuotaCommandOutput>(
    GetServiceQuota$,
    ({ ServiceCode, QuotaCode }, call) => {
      const quota = appliedQuota(call.world, placeOf(call), getQuota(ServiceCode, QuotaCode));
      if (!quota) throw noSuchResource();
      return { Quota: quota };
    },
  ),
  operation<ListAWSDefaultServiceQuotasCommandInput, ListAWSDefaultServiceQuotasCommandOutput>(
    ListAWSDefaultServiceQuotas$,
    ({ ServiceCode, NextToken, MaxResults = 100 }, { region }) => {
      const quotas = quotasOf(ServiceCode).map((quota) => defaultQuota(quota, region));
      const { page, next } = pageOf(quotas, MaxResults, NextToken, tokenCode);
      return { Quotas: page, ...withToken(next) };
    },
  ),
  operation<GetAWSDefaultServiceQuotaCommandInput, GetAWSDefaultServiceQuotaCommandOutput>(
    GetAWSDefaultServiceQuota$,
    ({ ServiceCode, QuotaCode }, { region }) => ({ Quota: defaultQuota(getQuota(ServiceCode, QuotaCode), region) }),
  ),
];
