import { listOf, type Policy } from '../policy/policy.ts';
import type { SynthesizedOrganization } from '../terraform/read-terraform.ts';
import { UnreadableTerraformError } from '../terraform/unreadable-terraform-error.ts';
import { accountTree } from './account-tree.ts';
import { findingsOf } from './findings-of.ts';
import { identityPolicies } from './identity-policies.ts';
import { insidePrincipals } from './inside-principals.ts';
import { outsidePrincipals } from './outside-principals.ts';
import { resourcesIn } from './resources.ts';
import type { Account, Context, Principal, World } from './world.ts';

/**
 * Puts together what the stacks say: each stack knows its own account only, access is a matter of all of them.
 *
 * @throws UnreadableTerraformError when a policy that counts isn't known
 */
export function buildWorld(synthesized: SynthesizedOrganization): World {
  const { findings } = synthesized;
  const { organization, accounts } = accountTree(synthesized);
  const inside = attempt(() => insidePrincipals(findings, accounts, identityPolicies(findings))).map((each) => ({
    ...each,
    context: { ...each.context, ...organizationContext(each.account, organization.id) },
  }));
  const resources = resourcesIn(findings, accounts, inside);
  const onResources: readonly Policy[] = [
    ...findingsOf(findings, 'resource-policy').map(({ policy }) => policy),
    ...inside.flatMap(({ trust }) => (trust ? [trust] : [])),
  ];
  const outside = outsidePrincipals(findings, onResources, organization.id, accounts);
  const principals: readonly Principal[] = [...inside, ...outside];
  const regions = [...new Set([...accounts.flatMap((account) => account.regions), ...regionsNamed(accounts)])].sort();
  const signIn = findingsOf(findings, 'permission-set').length > 0 ? 'identity-center' : 'iam-users';
  return { organization, signIn, regions, accounts, principals, resources };
}

/** Regions that guardrails name: they are the organization's, whether or not an account works there today. */
const regionsNamed = (accounts: readonly Account[]): readonly string[] =>
  accounts
    .flatMap(({ levels }) => levels.flatMap(({ serviceControl }) => serviceControl))
    .flatMap(({ statements }) => statements.flatMap(({ document }) => Object.values(document.Condition ?? {})))
    .flatMap((keys) => listOf(keys['aws:RequestedRegion']));

const organizationContext = (account: Account, organizationId: string): Context => ({
  'aws:PrincipalOrgID': organizationId,
  'aws:PrincipalOrgPaths': [account.organizationPath],
  'aws:PrincipalIsAWSService': 'false',
});

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new UnreadableTerraformError([(cause as Error).message]);
  }
}
