export {
  type EnterpriseAccountKind,
  enterpriseAccountKinds,
  enterpriseAccountName,
  enterpriseUnit,
  runtimeAccountName,
  deliveryAccountName,
} from './account-names.ts';
export { closedAccountsOf, isClosing, reportedAccountsOf, workingAccountsOf } from './account-life.ts';
export type { Account, AccountTags, EnterpriseAccount, RuntimeAccount } from './account.ts';
export { accountsOf, findAccount, runtimeAccountsOf } from './accounts.ts';
export { applyChanges } from './apply-changes.ts';
export type { PersonChange, PipelineChange, ReachChange } from './access-changes.ts';
export type { Change, PropertyChange } from './change.ts';
export type { NamedChange, PlacedChange } from './crossing-changes.ts';
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
export { classesAbove, holdsHarmlessData, isAbove, mostSensitiveIn, weighingClassesIn } from './data-classes.ts';
export { dataEventTypes, dataEventsTrailName, dataEventsTrailPattern } from './data-events.ts';
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
export { type Exception, type Expired, expiredOn, findException } from './exceptions.ts';
export {
  type ExceptionDefinition,
  type ExceptionalRight,
  type GrantDefinition,
  type GrantedUse,
  exceptionalRights,
  grantedUses,
} from './grant-definition.ts';
export { type Grant, granteeArn, grantsFrom, grantsTo } from './grants.ts';
export { type Group, type Reach, groupsBecoming, reachesOf } from './groups.ts';
export type { GroupDefinition, IdentityDefinition, PersonDefinition } from './identity-definition.ts';
export { type IamQuota, iamQuotas } from './iam-quotas.ts';
export { type Image, imagesIn } from './images.ts';
export { findVcpu, instanceTypes, nearestInstanceType } from './instance-types.ts';
export { type PerRegion, type PoolCeiling, type TypeCap, limitsOf } from './limits.ts';
export { localRolesIn } from './local-roles.ts';
export { type Lock, LockError, emptyLock, mergeLock, parseLock, renderLock } from './lock.ts';
export { madeUpLock } from './made-up-lock.ts';
export { charactersOfNames, namedReaches } from './named-reaches.ts';
export { nearest } from './nearest.ts';
export type { BusinessUnit, Enterprise, Organization, Phase, PhaseRules } from './organization.ts';
export {
  enterpriseOrganizationalUnit,
  organizationalUnitsOf,
  phaseOrganizationalUnit,
  runtimeOrganizationalUnit,
  suspendedOrganizationalUnit,
} from './organizational-units.ts';
export { charactersBesidesNames } from './check-identity-quotas.ts';
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
export { phaseRank } from './phase-rank.ts';
export {
  controllerActions,
  deliveryControllerActions,
  freezeActions,
  inventoryReaderActions,
  spendReaderActions,
} from './platform-actions.ts';
export {
  type AssumableRole,
  type LocalRoleName,
  type PlatformRole,
  freezeTag,
  isLocalRole,
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
export { recoveredAccountOf, recoveryAccountsOf } from './recovery.ts';
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
export {
  type StoreDefinition,
  type StoreKind,
  type WorkloadDefinition,
  type WorkloadService,
  storeKinds,
  workloadServices,
} from './store-definition.ts';
export { storeArn, storeKeyAlias, storeResourceName } from './store-names.ts';
export { type Store, storesIn } from './stores.ts';
export { usedRegions } from './used-regions.ts';
export {
  type AccountLife,
  type Budget,
  type DataClass,
  type InstanceCap,
  type Operation,
  type Part,
  accountLives,
  dataClasses,
  operations,
  parts,
} from './values.ts';
export { type Workload, workloadPath, workloadsIn } from './workloads.ts';
