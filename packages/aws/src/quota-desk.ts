import {
  RequestServiceQuotaIncreaseCommand,
  type ServiceQuota,
  type ServiceQuotasClient,
  paginateListAWSDefaultServiceQuotas,
  paginateListRequestedServiceQuotaChangeHistory,
  paginateListServiceQuotas,
} from '@aws-sdk/client-service-quotas';
import { type GrantedQuota, type Known, type Place, type QuotaDesk, known, unknown } from '@bulkhead/controller';
import { platformRoleArn, quotaPools, quotaServiceCode } from '@bulkhead/model';
import { reaching } from './access-error.ts';
import { automaticManagement } from './automatic-management.ts';
import { itemsOfPages } from './items-of-pages.ts';
import { onceBy } from './once-by.ts';
import { findQuotaRequest } from './quota-request.ts';
import { findRefusal } from './quota-refusal.ts';
import { LostAnswerError, sendOnce } from './send-once.ts';

/** IAM actions that the desk uses, in the account that it reads and raises quotas in. */
export const quotaDeskActions = [
  'servicequotas:GetAutoManagementConfiguration',
  'servicequotas:ListAWSDefaultServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
  'servicequotas:ListServiceQuotas',
  'servicequotas:RequestServiceQuotaIncrease',
] as const;

export interface QuotaDeskOptions {
  /** A client that acts as `/bulkhead/controller` in the account. */
  readonly client: (place: Place) => ServiceQuotasClient;
  /** Whether AWS may open a support case for what it does not grant by itself; otherwise it refuses. Default: true. */
  readonly supportCase?: boolean;
}

const poolCodes = quotaPools.flatMap(({ onDemandQuotaCode, spotQuotaCode }) =>
  spotQuotaCode === undefined ? [onDemandQuotaCode] : [onDemandQuotaCode, spotQuotaCode],
);

/** Service Quotas as a desk: one list per place instead of a call per quota. */
export function quotaDesk({ client, supportCase = true }: QuotaDeskOptions): QuotaDesk {
  const call = <Value>(place: Place, action: (typeof quotaDeskActions)[number], work: () => Promise<Value>) =>
    reaching({ action, role: platformRoleArn(place.accountId, 'controller'), region: place.region }, work);
  const ec2 = { ServiceCode: quotaServiceCode };

  const applied = (place: Place) =>
    call(place, 'servicequotas:ListServiceQuotas', async () => {
      const pages = paginateListServiceQuotas({ client: client(place), pageSize: 100 }, ec2);
      return byCode(await itemsOfPages(pages, ({ Quotas }) => Quotas));
    });
  // Defaults are the same in every account.
  const defaults = onceBy(
    ({ region }: Place) => region,
    (place) =>
      call(place, 'servicequotas:ListAWSDefaultServiceQuotas', async () => {
        const pages = paginateListAWSDefaultServiceQuotas({ client: client(place), pageSize: 100 }, ec2);
        return byCode(await itemsOfPages(pages, ({ Quotas }) => Quotas));
      }),
  );

  return {
    async quotas(place) {
      const own = await applied(place);
      const fallback = poolCodes.every((code) => own.has(code))
        ? new Map<string, ServiceQuota>()
        : await defaults(place);
      return new Map(poolCodes.map((code) => [code, granted(code, own.get(code), fallback.get(code), place)]));
    },
    requests: (place) =>
      call(place, 'servicequotas:ListRequestedServiceQuotaChangeHistory', async () => {
        const pages = paginateListRequestedServiceQuotaChangeHistory({ client: client(place), pageSize: 100 }, ec2);
        const changes = await itemsOfPages(pages, ({ RequestedQuotas }) => RequestedQuotas);
        return changes
          .flatMap((change) => findQuotaRequest(change) ?? [])
          .sort((one, other) => other.created.localeCompare(one.created));
      }),
    automaticManagement: (place) =>
      call(place, 'servicequotas:GetAutoManagementConfiguration', () => automaticManagement(client(place))),
    request: (place, quotaCode, vcpu) =>
      call(place, 'servicequotas:RequestServiceQuotaIncrease', async () => {
        const wish = { ...ec2, QuotaCode: quotaCode, DesiredValue: vcpu, SupportCaseAllowed: supportCase };
        try {
          const { RequestedQuota } = await sendOnce(client(place), new RequestServiceQuotaIncreaseCommand(wish));
          const request = findQuotaRequest(RequestedQuota);
          if (!request) throw new LostAnswerError('AWS answered without a request, list the open requests');
          return { kind: 'requested', request };
        } catch (cause) {
          const refusal = findRefusal(cause);
          if (!refusal) throw cause;
          return refusal;
        }
      }),
  };
}

const byCode = (quotas: readonly ServiceQuota[]): ReadonlyMap<string, ServiceQuota> =>
  new Map(quotas.map((quota) => [quota.QuotaCode ?? '', quota]));

/** An applied value counts before the default: where it could not be read, the default says nothing about it. */
function granted(
  quotaCode: string,
  applied: ServiceQuota | undefined,
  fallback: ServiceQuota | undefined,
  { region }: Place,
): Known<GrantedQuota> {
  const quota = applied ?? fallback;
  if (!quota) return unknown(`AWS lists no quota ${quotaCode} in ${region}`);
  const { Value, ErrorReason, Adjustable = false } = quota;
  if (ErrorReason || Value === undefined) {
    const { ErrorCode = 'no value', ErrorMessage = 'it gives no reason' } = ErrorReason ?? {};
    return unknown(`AWS could not read quota ${quotaCode} in ${region}: ${ErrorCode}, ${ErrorMessage}`);
  }
  return known({ quotaCode, vcpu: Value, source: applied ? 'applied' : 'default', adjustable: Adjustable });
}
