export { billingOfWorld } from './billing-of-world.ts';
export { type CallLog, type CallRecord } from './calls.ts';
export { type Clock } from './clock.ts';
export { type CostLine } from './cost-lines.ts';
export { addExampleStores } from './example-stores.ts';
export { addExampleWorkload } from './example-workload.ts';
export { exampleWorld } from './example-world.ts';
export { type Fault, type Faults } from './faults.ts';
export { type PolicyDocument, type PolicyStatement } from './policy-document.ts';
export { type CatalogueQuota, type QuotaDecision, type QuotaSetting, quotaCatalogue } from './quota.ts';
export { type RateBucket, rateBuckets } from './rates.ts';
export { readLock, readTerraformStacks } from './read-organization.ts';
export { type Credentials } from './sessions.ts';
export { type LocalAws, type LocalAwsOptions, startLocalAws } from './start-local-aws.ts';
export { type TerraformStack, parseTerraformStack } from './terraform-stack.ts';
export {
  type World,
  type WorldAccount,
  type WorldBudget,
  type WorldGroup,
  type WorldInstance,
  type WorldLaunchTemplate,
  type WorldPolicy,
  type WorldRecord,
  type WorldRole,
  emptyWorld,
  roleArn,
} from './world.ts';
export { worldFromTerraform } from './world-from-terraform.ts';
