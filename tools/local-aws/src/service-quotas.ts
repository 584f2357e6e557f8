import {
  GetAutoManagementConfiguration$,
  type GetAutoManagementConfigurationCommandInput,
  type GetAutoManagementConfigurationCommandOutput,
  GetRequestedServiceQuotaChange$,
  type GetRequestedServiceQuotaChangeCommandInput,
  type GetRequestedServiceQuotaChangeCommandOutput,
  ListRequestedServiceQuotaChangeHistory$,
  ListRequestedServiceQuotaChangeHistoryByQuota$,
  type ListRequestedServiceQuotaChangeHistoryByQuotaCommandInput,
  type ListRequestedServiceQuotaChangeHistoryByQuotaCommandOutput,
  type ListRequestedServiceQuotaChangeHistoryCommandInput,
  type ListRequestedServiceQuotaChangeHistoryCommandOutput,
  RequestServiceQuotaIncrease$,
  type RequestServiceQuotaIncreaseCommandInput,
  type RequestServiceQuotaIncreaseCommandOutput,
} from '@aws-sdk/client-service-quotas';
import { type Call, operation } from './operation.ts';
import { pageOf, withToken } from './paging.ts';
import { awsJson } from './protocols.ts';
import type { QuotaRequest } from './quota.ts';
import { checkRequest, decisionFor, describeRequest, settleRequests } from './quota-requests.ts';
import { type Service, jsonCodes } from './service.ts';
import { getQuota, noSuchResource, placeOf, quotaLists, tokenCode } from './service-quotas-lists.ts';

const historyDays = 90;

/** The caller's requests of the last 90 days, in its Region, newest first, as they stand now. */
function historyOf(call: Call): readonly QuotaRequest[] {
  const now = call.clock.now();
  settleRequests(call.world, call.world.quotaRequests, now);
  const { accountId, region } = placeOf(call);
  return call.world.quotaRequests
    .filter(({ place }) => place.accountId === accountId && place.region === region)
    .filter(({ created }) => created > now - historyDays * 86_400_000)
    .toReversed();
}

function listHistory(
  { ServiceCode, Status, NextToken, MaxResults = 100 }: ListRequestedServiceQuotaChangeHistoryCommandInput,
  call: Call,
  quotaCode?: string,
) {
  const requests = historyOf(call).filter(
    ({ quota, status }) =>
      quota.serviceCode === (ServiceCode ?? quota.serviceCode) &&
      quota.quotaCode === (quotaCode ?? quota.quotaCode) &&
      status === (Status ?? status),
  );
  const { page, next } = pageOf(requests.map(describeRequest), MaxResults, NextToken, tokenCode);
  return { RequestedQuotas: page, ...withToken(next) };
}

const requestIncrease = operation<RequestServiceQuotaIncreaseCommandInput, RequestServiceQuotaIncreaseCommandOutput>(
  RequestServiceQuotaIncrease$,
  ({ ServiceCode, QuotaCode, DesiredValue = 0, SupportCaseAllowed = true }, call) => {
    const { world, caller } = call;
    const place = placeOf(call);
    const quota = getQuota(ServiceCode, QuotaCode);
    const now = call.clock.now();
    settleRequests(world, world.quotaRequests, now);
    checkRequest(world, world.quotaRequests, place, quota, DesiredValue);
    const decision = decisionFor(world, place, quota.quotaCode, DesiredValue);
    const request: QuotaRequest = {
      place,
      quota,
      id: `local${String(world.quotaRequests.length + 1).padStart(27, '0')}`,
      desired: DesiredValue,
      callerArn: caller.arn,
      decision:
        decision.outcome === 'open-case' && !SupportCaseAllowed ? { ...decision, outcome: 'not-approve' } : decision,
      created: now,
      updated: now,
      status: 'PENDING',
    };
    world.quotaRequests.push(request);
    return { RequestedQuota: describeRequest(request) };
  },
  ({ ServiceCode = '', QuotaCode = '' }, { region, caller }) => ({
    resource: `arn:aws:servicequotas:${region}:${caller.accountId}:${ServiceCode}/${QuotaCode}`,
    context: { 'servicequotas:service': ServiceCode },
  }),
);

export const serviceQuotas: Service = {
  name: 'servicequotas',
  target: 'ServiceQuotasV20190624',
  protocol: awsJson('1.1'),
  codes: jsonCodes,
  operations: [
    ...quotaLists,
    requestIncrease,
    operation<ListRequestedServiceQuotaChangeHistoryCommandInput, ListRequestedServiceQuotaChangeHistoryCommandOutput>(
      ListRequestedServiceQuotaChangeHistory$,
      (input, call) => listHistory(input, call),
    ),
    operation<
      ListRequestedServiceQuotaChangeHistoryByQuotaCommandInput,
      ListRequestedServiceQuotaChangeHistoryByQuotaCommandOutput
    >(ListRequestedServiceQuotaChangeHistoryByQuota$, (input, call) => {
      const { quotaCode } = getQuota(input.ServiceCode, input.QuotaCode);
      return listHistory(input, call, quotaCode);
    }),
    operation<GetRequestedServiceQuotaChangeCommandInput, GetRequestedServiceQuotaChangeCommandOutput>(
      GetRequestedServiceQuotaChange$,
      ({ RequestId }, call) => {
        const request = historyOf(call).find(({ id }) => id === RequestId);
        if (!request) throw noSuchResource();
        return { RequestedQuota: describeRequest(request) };
      },
    ),
    operation<GetAutoManagementConfigurationCommandInput, GetAutoManagementConfigurationCommandOutput>(
      GetAutoManagementConfiguration$,
      (_, call) => {
        const type = call.world.automaticManagement[`${call.caller.accountId}/${call.region}`];
        return type ? { OptInLevel: 'ACCOUNT', OptInType: type, OptInStatus: 'ENABLED' } : { OptInStatus: 'DISABLED' };
      },
    ),
  ],
};
