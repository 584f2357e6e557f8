import { type StackContext, accountId, managementAccountId, organizationId } from '@bulkhead/baseline';
import {
  type SharedServicesBucket,
  dataEventsTrailPattern,
  enterpriseAccountName,
  sharedServicesBucketName,
  trailArn,
} from '@bulkhead/model';

/** Names that the policies of shared services are made of. All of them are computed, none is read from a resource. */
export interface TelemetryFlow {
  readonly organization: string;
  readonly organizationId: string;
  readonly managementId: string;
  /** The shared services account. */
  readonly accountId: string;
  readonly deliveryId: string;
  /** The home Region, where the buckets stand. */
  readonly home: string;
  readonly trailArn: string;
}

export function telemetryFlowOf(context: StackContext): TelemetryFlow {
  const { name, regions } = context.organization;
  const managementId = managementAccountId(context);
  return {
    organization: name,
    organizationId: organizationId(context),
    managementId,
    accountId: accountId(enterpriseAccountName(name, 'shared-services'), context),
    deliveryId: accountId(enterpriseAccountName(name, 'delivery'), context),
    home: regions[0],
    trailArn: trailArn(name, regions[0], managementId),
  };
}

/** `acme-shared-services-archive-123456789012`. */
export const bucketName = ({ organization, accountId: id }: TelemetryFlow, kind: SharedServicesBucket): string =>
  sharedServicesBucketName(organization, kind, id);

export const bucketArn = (flow: TelemetryFlow, kind: SharedServicesBucket): string =>
  `arn:aws:s3:::${bucketName(flow, kind)}`;

/**
 * Condition of a service that acts for a resource of the organization, and for nobody else's.
 *
 * Source: IAM User Guide, global condition keys, `aws:SourceOrgID`. Should a service not say it, the list of the
 * accounts' ids as `aws:SourceAccount` takes its place, here and nowhere else.
 */
export const ofOrganization = ({ organizationId: id }: TelemetryFlow) => ({ 'aws:SourceOrgID': id });

/** Condition of CloudTrail that acts for an account's own trail of who reads and writes data, of no other trail. */
export const ofAccountTrails = (flow: TelemetryFlow) => ({
  StringEquals: ofOrganization(flow),
  ArnLike: { 'aws:SourceArn': dataEventsTrailPattern },
});
