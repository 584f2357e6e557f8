import type { RequestedServiceQuotaChange, RequestStatus } from '@aws-sdk/client-service-quotas';
import type { QuotaRequest } from '@bulkhead/controller';

const statuses: Readonly<Record<RequestStatus, QuotaRequest['status']>> = {
  APPROVED: 'approved',
  CASE_CLOSED: 'case-closed',
  CASE_OPENED: 'case-opened',
  DENIED: 'denied',
  INVALID_REQUEST: 'invalid',
  NOT_APPROVED: 'not-approved',
  PENDING: 'pending',
};

/** A request as AWS describes it; undefined where it is none for a quota of the account. */
export function findQuotaRequest(change: RequestedServiceQuotaChange | undefined): QuotaRequest | undefined {
  const { Id, QuotaCode, DesiredValue, Status, Created, RequestType } = change ?? {};
  if (Id === undefined || QuotaCode === undefined || DesiredValue === undefined) return undefined;
  return {
    id: Id,
    quotaCode: QuotaCode,
    desired: DesiredValue,
    // A status that AWS adds one day counts as open, so that nothing is asked for on top of it.
    status: (Status && statuses[Status]) ?? 'pending',
    created: (Created ?? new Date(0)).toISOString(),
    automatic: RequestType === 'AutomaticManagement',
  };
}
