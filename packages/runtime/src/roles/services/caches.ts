import { type ServiceRights, actionsOf } from '../right.ts';

/** What keeps results at hand, in memory. */
export const caches: ServiceRights = {
  // as a user of the cache
  run: [{ actions: ['elasticache:Connect'] }],
  build: [{ actions: ['elasticache:*'] }],
  restart: [{ actions: ['elasticache:RebootCacheCluster'] }],
  'fail-over': [{ actions: actionsOf('elasticache', 'FailoverGlobalReplicationGroup', 'TestFailover') }],
};
