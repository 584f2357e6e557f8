export { type CallLog, type CallRecord } from './calls.ts';
export { type Clock } from './clock.ts';
export { type Fault, type Faults } from './faults.ts';
export { type PolicyDocument, type PolicyStatement } from './policy-document.ts';
export { type CatalogueQuota, type QuotaDecision, type QuotaSetting, quotaCatalogue } from './quota.ts';
export { type Credentials } from './sessions.ts';
export { type LocalAws, type LocalAwsOptions, startLocalAws } from './start-local-aws.ts';
export {
  type World,
  type WorldAccount,
  type WorldBudget,
  type WorldGroup,
  type WorldInstance,
  type WorldPolicy,
  type WorldRole,
  emptyWorld,
  roleArn,
} from './world.ts';
