import { administratorAccess } from '../policy/managed-policies.ts';
import { listOf, type Policy } from '../policy/policy.ts';
import type { Finding } from '../terraform/finding.ts';
import { federatedPrincipals } from './federated-principals.ts';
import { strangersWithTokens } from './strangers-with-tokens.ts';
import type { Account, Principal } from './world.ts';

/** An account that is in no organization of ours. */
const strangerAccountId = '999999999999';
const strangerOrganizationId = 'o-stranger000';

/** Who isn't in the organization and might try: subjects of identity providers, AWS's services, strangers. */
export function outsidePrincipals(
  findings: readonly Finding[],
  policies: readonly Policy[],
  organizationId: string,
  accounts: readonly Account[],
): readonly Principal[] {
  return [
    ...federatedPrincipals(findings, policies),
    ...strangersWithTokens(accounts),
    ...servicesIn(policies).flatMap((service) => servicePrincipals(service, organizationId)),
    stranger('outsider', 'another organization', strangerAccountId),
    stranger('outsider', 'a recorder of another organization', strangerAccountId, 'bulkhead/config-recorder'),
    ...trustedAccounts(accounts).map((id) => stranger('trusted', `trusted account ${id}`, id)),
    { kind: 'anonymous', name: 'anonymous', arn: 'anonymous', policies: [], context: {} },
  ];
}

const stranger = (kind: Principal['kind'], name: string, accountId: string, role = 'stranger'): Principal => {
  const arn = `arn:aws:iam::${accountId}:role/${role}`;
  return {
    ...{ kind, name, arn, policies: [administratorAccess] },
    context: {
      'aws:PrincipalArn': arn,
      'aws:PrincipalAccount': accountId,
      'aws:PrincipalOrgID': strangerOrganizationId,
      'aws:PrincipalOrgPaths': [`${strangerOrganizationId}/r-none/`],
      'aws:PrincipalType': 'AssumedRole',
      'aws:PrincipalIsAWSService': 'false',
    },
  };
};

/** Accounts outside of the organization that a resource control policy lets in by their numbers. */
const trustedAccounts = (accounts: readonly Account[]): readonly string[] => {
  const own = new Set(accounts.map(({ id }) => id));
  const named = accounts
    .flatMap(({ levels }) => levels.flatMap(({ resourceControl }) => resourceControl))
    .flatMap(({ statements }) => statements.flatMap(({ document }) => Object.values(document.Condition ?? {})))
    .flatMap((keys) => listOf(keys['aws:PrincipalAccount']));
  return [...new Set(named)].filter((id) => !own.has(id)).sort();
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
        'aws:SourceOrgID': strangerOrganizationId,
        'aws:SourceOrgPaths': [`${strangerOrganizationId}/r-none/`],
        'aws:SourceAccount': strangerAccountId,
        'aws:SourceArn': `arn:aws:${service.split('.')[0] ?? ''}:eu-west-1:${strangerAccountId}:anything/any`,
      },
    },
  ];
}
