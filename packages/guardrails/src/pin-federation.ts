import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/**
 * Only the platform says whose tokens an account takes. Clusters of EKS, each of which is a provider, are made as before.
 *
 * Source: Amazon EKS User Guide, IAM roles for service accounts.
 */
export function pinFederation(): readonly Statement[] {
  return [
    {
      Sid: 'Federation',
      Effect: 'Deny',
      Action: [
        'iam:AddClientIDToOpenIDConnectProvider',
        'iam:CreateOpenIDConnectProvider',
        'iam:CreateSAMLProvider',
        'iam:DeleteOpenIDConnectProvider',
        'iam:DeleteSAMLProvider',
        'iam:RemoveClientIDFromOpenIDConnectProvider',
        'iam:UpdateOpenIDConnectProviderThumbprint',
        'iam:UpdateSAMLProvider',
      ],
      NotResource: ['arn:aws:iam::*:oidc-provider/oidc.eks.*'],
      Condition: exceptRoles(deployerRoles),
    },
  ];
}
