import { type Organization, runtimeAccountsOf, runtimeOrganizationalUnit } from '@bulkhead/model';
import type { TargetGuardrails } from './guardrails-of.ts';
import { onlyOrganization } from './only-organization.ts';
import { denyPublicTokens, denySaml, pinPipelines } from './pin-pipelines.ts';
import type { Statement } from './policy.ts';
import { type Target, targetsOf } from './target.ts';

/**
 * Who reaches resources, and with which tokens: one entry for the root, every organizational unit and every account.
 *
 * @param organizationId `o-abcdefghij`
 */
export function resourceControlsOf(organization: Organization, organizationId: string): readonly TargetGuardrails[] {
  const { enterprise, pipelines } = organization;
  const runtime = new Set(runtimeAccountsOf(organization).map(({ name }) => name));
  const at = (target: Target): readonly Statement[] => {
    if (target.kind === 'root') {
      return [...onlyOrganization(organizationId, enterprise.trustedAccounts), ...denySaml(enterprise.signIn)];
    }
    if (target.kind === 'organizational-unit') {
      return target.path === runtimeOrganizationalUnit ? denyPublicTokens() : [];
    }
    if (runtime.has(target.name)) return [];
    return pinPipelines(pipelines.filter(({ deliveryAccount }) => deliveryAccount === target.name));
  };
  return targetsOf(organization).map((target) => ({ target, type: 'RESOURCE_CONTROL_POLICY', statements: at(target) }));
}
