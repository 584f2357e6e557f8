export { addBaseline } from './account-baseline.ts';
export {
  AccountStack,
  type AccountStackProps,
  type StackAccount,
  accountId,
  managementAccountId,
  memberAccount,
  organizationId,
} from './account-stack.ts';
export { addConfigRecorders } from './config-recorders.ts';
export { EncryptionKey, type EncryptionKeyProps } from './encryption-key.ts';
export { emergencySecondFactorMinutes } from './emergency-role.ts';
export { localSessionSeconds, sessionHoursIn } from './local-session.ts';
export { localTrust, memberTagKey, memberTagValue } from './local-trust.ts';
export { lookingStatements } from './looking.ts';
export { dataReads } from './planner-actions.ts';
export { PlatformRole, type PlatformRoleProps } from './platform-role.ts';
export { type PolicyStatement, policyJson, rolesOf } from './policy-json.ts';
export { PrivateBucket, type PrivateBucketProps } from './private-bucket.ts';
export { secondFactor } from './second-factor.ts';
export { serviceTrust } from './service-trust.ts';
export type { StackContext } from './stack-context.ts';
export { managementUnit } from './state-backend.ts';
