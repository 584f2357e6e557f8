import { type ServiceRights, actionsOf } from '../right.ts';

/** Streams of records, and where they are delivered to. */
export const streams: ServiceRights = {
  'read-data': [{ actions: actionsOf('kinesis', 'GetRecords', 'GetShardIterator', 'SubscribeToShard') }],
  build: [{ actions: ['kinesis:*', 'firehose:*'] }],
};
