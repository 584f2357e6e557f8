import { type Organization, accountsOf, runtimeOrganizationalUnit } from '@bulkhead/model';
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
  return targetsOf(organization).map((target) => ({
    target,
    type: 'RESOURCE_CONTROL_POLICY',
    statements: statementsAt(target, organization, organizationId),
  }));
}

function statementsAt(target: Target, organization: Organization, organizationId: string): readonly Statement[] {
  const { enterprise, pipelines } = organization;
  if (target.kind === 'root') {
    return [...onlyOrganization(organizationId, enterprise.trustedAccounts), ...denySaml(enterprise.signIn)];
  }
  if (target.kind === 'organizational-unit') {
    return target.path === runtimeOrganizationalUnit ? denyPublicTokens() : [];
  }
  const runs = accountsOf(organization).some(({ name, kind }) => name === target.name && kind === 'runtime');
  return runs ? [] : pinPipelines(pipelines.filter(({ deliveryAccount }) => deliveryAccount === target.name));
}
