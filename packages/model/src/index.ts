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
export { applyChanges } from './apply-changes.ts';
export type { PersonChange, PipelineChange, ReachChange } from './access-changes.ts';
export type { Change, PropertyChange } from './change.ts';
export {
  type AccountChange,
  type BudgetChange,
  type LimitChange,
  type OrganizationChanges,
  changesBetween,
  isEmpty,
} from './changes.ts';
export {
  type BusinessUnitDefinition,
  type OrganizationDefinition,
  type PhaseDefinition,
  type PhaseSettings,
  atMost,
  defineOrganization,
  usdPerMonth,
} from './definition.ts';
export { type DefinitionChange, DefinitionChangeError, parseChange } from './definition-change.ts';
export { defaultDelegations, delegableServices, identityCenterService } from './delegable-services.ts';
export { type Delegation, delegationsOf } from './delegations.ts';
export type {
  DeliveryDefinition,
  GithubEnvironment,
  GithubPipeline,
  GitlabEnvironment,
  GitlabPipeline,
  PipelineDefinition,
} from './delivery-definition.ts';
export type {
  EnterpriseDefinition,
  GuardrailsDefinition,
  SharedServicesDefinition,
  TrustedAccount,
} from './enterprise-definition.ts';
export { type Group, type Reach, groupsBecoming, reachesOf } from './groups.ts';
export type { GroupDefinition, IdentityDefinition, PersonDefinition } from './identity-definition.ts';
export { type Image, imagesIn } from './images.ts';
export { findVcpu, instanceTypes, nearestInstanceType } from './instance-types.ts';
export { type PerRegion, type PoolCeiling, type TypeCap, limitsOf } from './limits.ts';
export { localRolesIn } from './local-roles.ts';
export { type Lock, LockError, emptyLock, mergeLock, parseLock, renderLock } from './lock.ts';
export { madeUpLock } from './made-up-lock.ts';
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
export type { Person } from './people.ts';
export {
  breakGlassPath,
  breakGlassUsers,
  everybodyGroup,
  peoplePath,
  permissionSetName,
  userArnPattern,
} from './people-names.ts';
export {
  type Deploying,
  type Pipeline,
  type PipelineEnvironment,
  accountsDeployedBy,
  applyRoleName,
  pipelinesDeploying,
  planRoleName,
  unitsServedBy,
} from './pipelines.ts';
export { controllerActions, deliveryControllerActions, freezeActions, spendReaderActions } from './platform-actions.ts';
export {
  type AssumableRole,
  type LocalRoleName,
  type PlatformRole,
  freezeTag,
  localRoleNames,
  organizationAccountAccessRole,
  organizationAccountAccessRoleArn,
  platformPath,
  platformRoleArn,
  platformRolePattern,
  stateBucketName,
  stateKey,
} from './platform-names.ts';
export { DefinitionError, type Problem, describeProblem } from './problem.ts';
export { programInput } from './program-input.ts';
export { type QuotaPool, findQuotaPool, quotaPools, quotaServiceCode } from './quota-pools.ts';
export { awsRegions, isAwsRegion, isOptInRegion } from './regions.ts';
export {
  type AlarmTopic,
  type SharedServicesBucket,
  alarmTopicArn,
  alarmTopicName,
  artifactsBucketName,
  logDestinationArn,
  logDestinationName,
  sharedServicesBucketName,
  sharedServicesBuckets,
  trailArn,
  trailName,
} from './shared-services-names.ts';
export { type Stack, guardrailsStackName, missingInLock, organizationStackName, stacksOf } from './stacks.ts';
export { usedRegions } from './used-regions.ts';
export { type Budget, type DataClass, type InstanceCap, dataClasses } from './values.ts';
