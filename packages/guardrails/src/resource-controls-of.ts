import { type Organization, grantsTo, runtimeAccountsOf, runtimeOrganizationalUnit } from '@bulkhead/model';
import type { TargetGuardrails } from './guardrails-of.ts';
import { onlyOrganization } from './only-organization.ts';
import { onlyOwnAccounts } from './only-own-accounts.ts';
import type { OrganizationIds } from './organization-ids.ts';
import { denyPublicTokens, denySaml, pinPipelines } from './pin-pipelines.ts';
import type { Statement } from './policy.ts';
import { type Target, targetsOf } from './target.ts';

/** Who reaches resources, and with which tokens: one entry for the root, every organizational unit and every account. */
export function resourceControlsOf(organization: Organization, ids: OrganizationIds): readonly TargetGuardrails[] {
  const { enterprise, pipelines } = organization;
  const runtime = new Map(runtimeAccountsOf(organization).map((account) => [account.name, account]));
  const at = (target: Target): readonly Statement[] => {
    if (target.kind === 'root') {
      return [...onlyOrganization(ids.organizationId, enterprise.trustedAccounts), ...denySaml(enterprise.signIn)];
    }
    if (target.kind === 'organizational-unit') {
      return target.path === runtimeOrganizationalUnit
        ? [...denyPublicTokens(), ...onlyOwnAccounts(organization, undefined, ids)]
        : [];
    }
    const account = runtime.get(target.name);
    if (account) {
      return grantsTo(organization, account).length > 0 ? onlyOwnAccounts(organization, account, ids) : [];
    }
    return pinPipelines(pipelines.filter(({ deliveryAccount }) => deliveryAccount === target.name));
  };
  return targetsOf(organization).map((target) => ({ target, type: 'RESOURCE_CONTROL_POLICY', statements: at(target) }));
}
