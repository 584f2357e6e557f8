import type { RequestedServiceQuotaChange } from '@aws-sdk/client-service-quotas';
import { isOptInRegion } from '@bulkhead/model';
import { AwsError } from './aws-error.ts';
import { type CatalogueQuota, type QuotaDecision, type QuotaPlace, type QuotaRequest, usualDecision } from './quota.ts';
import { appliedValue, applyValue, isAt, quotaArn, settingOf } from './quota-values.ts';
import type { World } from './world.ts';

export const isOpen = ({ status }: QuotaRequest) => status === 'PENDING' || status === 'CASE_OPENED';

/** What decides on a new request. */
export function decisionFor(world: World, place: QuotaPlace, quotaCode: string, desired: number): QuotaDecision {
  const fits = (each: QuotaDecision) =>
    isAt(each, place) && (each.quotaCode ?? quotaCode) === quotaCode && desired > (each.above ?? -1);
  return world.quotaDecisions.find(fits) ?? usualDecision;
}

/** Brings requests to where they are by that time. */
export function settleRequests(world: World, requests: readonly QuotaRequest[], now: number): void {
  for (const request of requests) {
    const { decision, created } = request;
    const due = created + decision.afterSeconds * 1000;
    if (request.status === 'PENDING' && now >= due) {
      const outcome = (
        { approve: 'APPROVED', deny: 'DENIED', 'not-approve': 'NOT_APPROVED', 'open-case': 'CASE_OPENED' } as const
      )[decision.outcome];
      finish(world, request, outcome, due);
      if (outcome === 'CASE_OPENED') request.caseId = String(Math.floor(created / 1000));
    }
    if (request.status === 'CASE_OPENED' && decision.closeAfterSeconds !== undefined) {
      const closed = due + decision.closeAfterSeconds * 1000;
      if (now >= closed) finish(world, request, 'CASE_CLOSED', closed);
    }
  }
}

function finish(world: World, request: QuotaRequest, status: QuotaRequest['status'], at: number): void {
  const { place, quota, desired, decision } = request;
  request.status = status;
  request.updated = at;
  const granted =
    status === 'APPROVED' ? (decision.grant ?? desired) : status === 'CASE_CLOSED' ? decision.grant : undefined;
  if (granted !== undefined) applyValue(world, place, quota.quotaCode, Math.min(granted, desired));
}

/** Refuses what AWS refuses at once. */
export function checkRequest(
  world: World,
  requests: readonly QuotaRequest[],
  place: QuotaPlace,
  quota: CatalogueQuota,
  desired: number,
): void {
  const setting = settingOf(world, place, quota.quotaCode);
  const applied = appliedValue(world, place, quota);
  if (!(setting.adjustable ?? quota.adjustable)) {
    // The code is documented, when it is used is not.
    throw new AwsError('InvalidResourceStateException', `The quota ${quota.quotaCode} is not adjustable`);
  }
  if (applied === null && desired <= quota.defaultValue) {
    const value = quota.defaultValue.toFixed(1);
    throw new AwsError(
      'IllegalArgumentException',
      `You must provide a quota value greater than the default quota value of ${value}`,
    );
  }
  if (applied !== null && desired <= applied) {
    throw new AwsError(
      'IllegalArgumentException',
      'You must provide a quota value greater than the current quota value',
    );
  }
  const open = requests.filter((each) => isOpen(each) && each.place.accountId === place.accountId);
  const inRegion = open.filter((each) => each.place.region === place.region);
  if (inRegion.some((each) => each.quota.quotaCode === quota.quotaCode)) {
    throw new AwsError(
      'ResourceAlreadyExistsException',
      'Only one open service quota increase request is allowed per quota',
    );
  }
  // Quotas of Service Quotas itself, 2026.
  if (open.length >= 20 || (isOptInRegion(place.region) && inRegion.length >= 2)) {
    throw new AwsError('QuotaExceededException', 'You have exceeded your service quota.');
  }
}

/** A request as AWS shows it. */
export function describeRequest({ place, quota, ...request }: QuotaRequest): RequestedServiceQuotaChange {
  return {
    Id: request.id,
    ...(request.caseId === undefined ? {} : { CaseId: request.caseId }),
    ServiceCode: quota.serviceCode,
    ServiceName: quota.serviceName,
    QuotaCode: quota.quotaCode,
    QuotaName: quota.name,
    DesiredValue: request.desired,
    Status: request.status,
    Created: new Date(request.created),
    ...(request.updated === request.created ? {} : { LastUpdated: new Date(request.updated) }),
    Requester: JSON.stringify({ accountId: place.accountId, callerArn: request.callerArn }),
    QuotaArn: quotaArn(place, quota),
    GlobalQuota: false,
    Unit: 'None',
    QuotaRequestedAtLevel: 'ACCOUNT',
  };
}
