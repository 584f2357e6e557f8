export { allowInstanceTypes } from './allow-instance-types.ts';
export { type CompiledPolicies, compilePolicies } from './compile-policies.ts';
export type { CompiledPolicy } from './compiled-policy.ts';
export { declarativeEc2 } from './declarative-ec2.ts';
export { denyEverythingSuspended } from './deny-everything-suspended.ts';
export { denyIamUsers } from './deny-iam-users.ts';
export { denyLeavingOrganization } from './deny-leaving-organization.ts';
export { denyLongLivedKeys } from './deny-long-lived-keys.ts';
export { denyOtherRegions, denyRegionChanges } from './deny-other-regions.ts';
export { denyPublicSharing } from './deny-public-sharing.ts';
export { denyRootUser } from './deny-root-user.ts';
export { type FreezePolicy, freezePoliciesOf, freezePolicyName, freezeTypes } from './freeze-policies.ts';
export { GuardrailOverflowError, type Overflow } from './guardrail-overflow-error.ts';
export { type TargetGuardrails, guardrailsOf } from './guardrails-of.ts';
export { onlyIdentity } from './only-identity.ts';
export { onlyOrganization } from './only-organization.ts';
export type { OrganizationIds } from './organization-ids.ts';
export { organizationPolicies } from './organization-policies.ts';
export { pinFederation } from './pin-federation.ts';
export { denyPublicTokens, denySaml, pinPipelines } from './pin-pipelines.ts';
export type { Condition, PolicyDocument, Statement } from './policy.ts';
export { type PolicyLimits, type PolicyLimitsByType, policyLimits } from './policy-limits.ts';
export {
  type PolicyType,
  type SettingsPolicyType,
  type StatementPolicyType,
  policyTypes,
  policyTypeTitle,
} from './policy-type.ts';
export { protectArchive } from './protect-archive.ts';
export { protectPeople } from './protect-people.ts';
export { protectPlatform } from './protect-platform.ts';
export { type ReadPolicy, readPolicy } from './read-policy.ts';
export { renderPolicy } from './render-policy.ts';
export { reserveQuotas } from './reserve-quotas.ts';
export { resourceControlsOf } from './resource-controls-of.ts';
export { tagPolicy } from './tag-policy.ts';
export { type Target, targetName, targetsOf } from './target.ts';
export type { TargetUsage } from './target-usage.ts';
