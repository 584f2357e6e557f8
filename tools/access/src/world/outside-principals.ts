import { administratorAccess } from '../policy/managed-policies.ts';
import { listOf, type Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import { federatedPrincipals } from './federated-principals.ts';
import type { Principal } from './world.ts';

/** An account that is in no organization of ours. */
const stranger = { accountId: '999999999999', organizationId: 'o-stranger000' } as const;

/** Who isn't in the organization and might try: subjects of identity providers, AWS's services, strangers. */
export function outsidePrincipals(
  findings: readonly Finding[],
  policies: readonly Policy[],
  organizationId: string,
): readonly Principal[] {
  return [
    ...federatedPrincipals(findings, policies),
    ...servicesIn(policies).flatMap((service) => servicePrincipals(service, organizationId)),
    outsider,
    { kind: 'anonymous', name: 'anonymous', arn: 'anonymous', policies: [], context: {} },
  ];
}

const outsider: Principal = {
  kind: 'outsider',
  name: 'another organization',
  arn: `arn:aws:iam::${stranger.accountId}:role/stranger`,
  policies: [administratorAccess],
  context: {
    'aws:PrincipalArn': `arn:aws:iam::${stranger.accountId}:role/stranger`,
    'aws:PrincipalAccount': stranger.accountId,
    'aws:PrincipalOrgID': stranger.organizationId,
    'aws:PrincipalOrgPaths': [`${stranger.organizationId}/r-none/`],
    'aws:PrincipalType': 'AssumedRole',
    'aws:PrincipalIsAWSService': 'false',
  },
};

/** Services that some policy trusts. */
const servicesIn = (policies: readonly Policy[]): readonly string[] => [
  ...new Set(
    policies.flatMap(({ statements }) =>
      statements.flatMap(({ document: { Principal } }) =>
        Principal === undefined || Principal === '*' ? [] : listOf(Principal['Service']),
      ),
    ),
  ),
];

/**
 * A service acts for whoever configured it: for this organization, or for a stranger who hopes that the policy trusts
 * the service whoever it acts for. Source: IAM User Guide, the confused deputy problem.
 */
function servicePrincipals(service: string, organizationId: string): readonly Principal[] {
  const common = { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalServiceName': service };
  return [
    {
      ...{ kind: 'service', name: service, arn: service, policies: [] },
      context: { ...common, 'aws:SourceOrgID': organizationId },
    },
    {
      ...{ kind: 'service', name: `${service} for another organization`, arn: service, policies: [] },
      context: {
        ...common,
        'aws:SourceOrgID': stranger.organizationId,
        'aws:SourceOrgPaths': [`${stranger.organizationId}/r-none/`],
        'aws:SourceAccount': stranger.accountId,
        'aws:SourceArn': `arn:aws:${service.split('.')[0] ?? ''}:eu-west-1:${stranger.accountId}:anything/any`,
      },
    },
  ];
}
