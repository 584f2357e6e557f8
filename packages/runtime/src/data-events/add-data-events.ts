import { type StackContext, accountId } from '@bulkhead/baseline';
import {
  type RuntimeAccount,
  dataEventsTrailName,
  enterpriseAccountName,
  mostSensitiveIn,
  sharedServicesBucketName,
} from '@bulkhead/model';
import type { RuntimeAccountStack } from '../runtime-account-stack.ts';
import { DataEventsTrail } from './data-events-trail.ts';

/**
 * Records who reads and writes which object, where data is sensitive, by an exception too. Nothing is added where the
 * organization's trail records all of it.
 */
export function addDataEvents(stack: RuntimeAccountStack, account: RuntimeAccount, context: StackContext): void {
  const { organization, lock } = context;
  if (mostSensitiveIn(organization, account) !== 'sensitive' || organization.enterprise.dataEvents === 'all') return;
  const sharedServicesId = accountId(enterpriseAccountName(organization.name, 'shared-services'), context);
  const [home] = organization.regions;
  const keyArn = lock.sharedServices?.keys?.[home];
  if (keyArn === undefined) {
    throw new Error(`organization.lock.json has no key of shared services in ${home}, deploy shared services first`);
  }
  new DataEventsTrail(stack, 'data-events', {
    provider: stack.providerIn(account.regions[0]),
    name: dataEventsTrailName,
    bucketName: sharedServicesBucketName(organization.name, 'archive', sharedServicesId),
    keyArn,
  });
}
