import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

/**
 * Only the platform says whose tokens an account takes. Clusters of EKS, each of which is a provider, are made as before.
 *
 * Source: Amazon EKS User Guide, IAM roles for service accounts.
 */
export function pinFederation(regions: readonly string[]): readonly Statement[] {
  return [
    {
      Sid: 'Federation',
      Effect: 'Deny',
      Action: ['iam:*ClientID*', 'iam:Create*Provider', 'iam:Delete*Provider', 'iam:Update*Provider*'],
      // a wildcard for the Region would match hosts of anybody: oidc.eks.evil.example
      NotResource: regions.map((region) => `arn:aws:iam::*:oidc-provider/oidc.eks.${region}.amazonaws.com/*`),
      Condition: exceptRoles(deployerRoles),
    },
  ];
}
