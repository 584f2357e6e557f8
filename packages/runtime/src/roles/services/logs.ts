import { type ServiceRights, actionsOf } from '../right.ts';

/** What applications log, measure and trace. */
export const logs: ServiceRights = {
  debug: [
    {
      actions: [
        ...actionsOf('logs', 'FilterLogEvents', 'GetLog*', 'GetQueryResults', 'StartLiveTail', 'StartQuery'),
        ...actionsOf('logs', 'StopLiveTail', 'StopQuery'),
        ...actionsOf('xray', 'BatchGet*', 'Get*', 'List*'),
      ],
    },
    // log groups with a key of their own are decrypted for whoever reads them
    { actions: ['kms:Decrypt'], ownAccount: true, condition: { StringLike: { 'kms:ViaService': 'logs.*' } } },
  ],
  build: [{ actions: ['logs:*', 'cloudwatch:*', 'xray:*'] }],
};
