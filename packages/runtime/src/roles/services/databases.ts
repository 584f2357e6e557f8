import { type ServiceRights, actionsOf } from '../right.ts';

/** Relational databases and tables. */
export const databases: ServiceRights = {
  'read-data': [
    {
      actions: actionsOf(
        'dynamodb',
        ...['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'GetRecords', 'GetShardIterator'],
        ...['PartiQLSelect', 'Query', 'Scan'],
      ),
    },
  ],
  // with the rights of a user of the database
  run: [{ actions: ['rds-data:*', 'rds-db:connect', 'rds:DownloadDBLogFilePortion'] }],
  build: [{ actions: ['rds:*', 'rds-data:*', 'rds-db:*', 'dynamodb:*'] }],
  restart: [{ actions: actionsOf('rds', 'RebootDBCluster', 'RebootDBInstance') }],
  'fail-over': [{ actions: actionsOf('rds', 'FailoverDBCluster', 'FailoverGlobalCluster', 'SwitchoverGlobalCluster') }],
};
