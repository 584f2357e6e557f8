import type { Grant } from '@bulkhead/model';
import type { World } from '../world/world.ts';
import { acmeBackupPromises } from './acme-backup-promises.ts';
import { acmeDataEventPromises } from './acme-data-event-promises.ts';
import { acmeGrantPromises } from './acme-grant-promises.ts';
import { acmeGrantSidesPromises } from './acme-grant-sides-promises.ts';
import { acmeImagePromises } from './acme-image-promises.ts';
import { acmeInstanceTypePromises } from './acme-instance-type-promises.ts';
import { acmePeoplePromises } from './acme-people-promises.ts';
import { acmePerimeterPromises } from './acme-perimeter-promises.ts';
import { acmePipelinePromises } from './acme-pipeline-promises.ts';
import { acmeReaderPromises } from './acme-reader-promises.ts';
import { acmeSenderPromises } from './acme-sender-promises.ts';
import { acmeTelemetryPromises } from './acme-telemetry-promises.ts';
import { acmeWorkloadPromises } from './acme-workload-promises.ts';
import { grantedStores } from './granted-stores.ts';
import type { AccessPromise } from './promise.ts';

/** What the example organization's own definition promises, over what the house promises of every organization. */
export function acmePromises(grants: readonly Grant[], world: World): readonly AccessPromise[] {
  const stores = grantedStores(grants, world);
  return [
    ...acmeBackupPromises,
    ...acmeDataEventPromises,
    ...acmeGrantPromises(stores),
    ...acmeGrantSidesPromises(stores),
    ...acmeImagePromises,
    ...acmeInstanceTypePromises,
    ...acmePeoplePromises,
    ...acmePerimeterPromises,
    ...acmePipelinePromises,
    ...acmeReaderPromises,
    ...acmeSenderPromises,
    ...acmeTelemetryPromises,
    ...acmeWorkloadPromises,
  ];
}
