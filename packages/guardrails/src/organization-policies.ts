import type { Organization } from '@bulkhead/model';
import { type CompiledPolicies, compilePolicies } from './compile-policies.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { GuardrailOverflowError } from './guardrail-overflow-error.ts';
import { guardrailsOf } from './guardrails-of.ts';
import type { OrganizationIds } from './organization-ids.ts';
import { policyLimits, roomForGuardrails } from './policy-limits.ts';
import { policyTypes } from './policy-type.ts';
import { sizeOf } from './render-policy.ts';
import { resourceControlsOf } from './resource-controls-of.ts';
import { settingsOf } from './settings-of.ts';
import { compareTargets, targetName, targetsOf } from './target.ts';
import { usageOf } from './target-usage.ts';

/**
 * Every policy of an organization but those that freeze, within the limits that its definition names.
 *
 * @param ids policies say who is inside, and who reaches whom
 * @throws GuardrailOverflowError with every target whose guardrails don't fit
 */
export function organizationPolicies(organization: Organization, ids: OrganizationIds): CompiledPolicies {
  const limits = policyLimits[organization.enterprise.policyLimits];
  const guardrails = [...guardrailsOf(organization, ids), ...resourceControlsOf(organization, ids)];
  const ofStatements = compilePolicies(organization, guardrails, limits);
  const settings = settingsOf(organization).map(({ type, name, document }): CompiledPolicy => ({
    name: `${organization.name}-${name}`,
    type,
    content: JSON.stringify(document),
    targets: [{ kind: 'root' }],
  }));
  const overflows = settings
    .map(({ name, type, content }) => ({
      where: name,
      type,
      bytesNeeded: sizeOf(content),
      bytesAvailable: limits[type].bytesPerPolicy,
      bytesTooMany: sizeOf(content) - limits[type].bytesPerPolicy,
      policies: 1,
      leftOut: [name],
    }))
    .filter(({ bytesTooMany }) => bytesTooMany > 0);
  if (overflows.length > 0) throw new GuardrailOverflowError(overflows);

  const usage = targetsOf(organization).flatMap((target) =>
    settings.map(({ type, content, targets }) =>
      usageOf({
        target,
        type,
        room: roomForGuardrails(type, limits),
        contents: targets.some((each) => targetName(each) === targetName(target)) ? [content] : [],
      }),
    ),
  );
  return {
    policies: [...ofStatements.policies, ...settings],
    usage: [...ofStatements.usage, ...usage].sort(
      (a, b) => compareTargets(a.target, b.target) || policyTypes.indexOf(a.type) - policyTypes.indexOf(b.type),
    ),
  };
}
