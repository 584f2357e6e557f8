import { type ServiceRights, actionsOf } from '../right.ts';

/** Secrets and parameters. */
export const secrets: ServiceRights = {
  'read-secrets': [
    {
      actions: [
        ...actionsOf('secretsmanager', 'BatchGetSecretValue', 'GetSecretValue'),
        ...actionsOf('ssm', 'GetParameter*'),
      ],
    },
  ],
  build: [{ actions: ['secretsmanager:*'] }],
};
