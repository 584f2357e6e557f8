export {
  type EnterpriseAccountKind,
  enterpriseAccountKinds,
  enterpriseAccountName,
  enterpriseUnit,
  runtimeAccountName,
} from './account-names.ts';
export {
  type Account,
  type AccountTags,
  type EnterpriseAccount,
  type RuntimeAccount,
  accountsOf,
  deliveryAccountName,
  findAccount,
  runtimeAccountsOf,
} from './accounts.ts';
export {
  type AccountChange,
  type BudgetChange,
  type Change,
  type LimitChange,
  type OrganizationChanges,
  changesBetween,
  isEmpty,
} from './changes.ts';
export {
  type BusinessUnitDefinition,
  type EnterpriseDefinition,
  type OrganizationDefinition,
  type PhaseDefinition,
  type PhaseSettings,
  type Pipeline,
  atMost,
  defineOrganization,
  usdPerMonth,
} from './definition.ts';
export { findVcpu, instanceTypes, nearestInstanceType } from './instance-types.ts';
export { type PerRegion, type PoolCeiling, type TypeCap, limitsOf } from './limits.ts';
export { type Lock, LockError, emptyLock, mergeLock, parseLock, renderLock } from './lock.ts';
export { nearest } from './nearest.ts';
export type { BusinessUnit, Enterprise, Organization, Phase, PhaseRules } from './organization.ts';
export {
  enterpriseOrganizationalUnit,
  organizationalUnitsOf,
  phaseOrganizationalUnit,
  runtimeOrganizationalUnit,
  suspendedOrganizationalUnit,
} from './organizational-units.ts';
export { checkDefinition, parseOrganization } from './parse-organization.ts';
export { controllerActions, deliveryControllerActions, freezeActions, spendReaderActions } from './platform-actions.ts';
export {
  type PlatformRole,
  freezeTag,
  organizationAccountAccessRole,
  organizationAccountAccessRoleArn,
  platformPath,
  platformRoleArn,
  platformRolePattern,
  stateBucketName,
  stateKey,
} from './platform-names.ts';
export { DefinitionError, type Problem, describeProblem } from './problem.ts';
export { type QuotaPool, findQuotaPool, quotaPools, quotaServiceCode } from './quota-pools.ts';
export { awsRegions, isAwsRegion, isOptInRegion } from './regions.ts';
export { type Stack, guardrailsStackName, missingInLock, organizationStackName, stacksOf } from './stacks.ts';
export { type Budget, type DataClass, type InstanceCap, dataClasses } from './values.ts';
