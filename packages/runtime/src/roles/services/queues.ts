import type { ServiceRights } from '../right.ts';

/** Queues, topics and buses. */
export const queues: ServiceRights = {
  build: [{ actions: ['sqs:*', 'sns:*', 'events:*'] }],
};
