export { AccountSettings, type AccountSettingsProps } from './account-settings.ts';
export {
  AccountStack,
  type AccountStackProps,
  type StackAccount,
  accountId,
  memberAccount,
  organizationId,
} from './account-stack.ts';
export { DeployerRole, type DeployerRoleProps } from './deployer-role.ts';
export { EncryptionKey, type EncryptionKeyProps } from './encryption-key.ts';
export { PlatformRole, type PlatformRoleProps } from './platform-role.ts';
export { type PolicyStatement, policyJson, rolesOf } from './policy-json.ts';
export { PrivateBucket, type PrivateBucketProps } from './private-bucket.ts';
export type { StackContext } from './stack-context.ts';
export { managementUnit } from './state-backend.ts';
