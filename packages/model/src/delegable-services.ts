/**
 * Service principals that AWS Organizations lets another account administer, as far as their spelling is certain.
 *
 * Source: AWS Organizations User Guide, services that support a delegated administrator, 2026-10.
 */
export const delegableServices: readonly string[] = [
  ...['access-analyzer', 'account', 'backup', 'cloudtrail', 'compute-optimizer', 'config', 'config-multiaccountsetup'],
  ...['cost-optimization-hub.bcm', 'detective', 'fms', 'guardduty', 'health', 'iam', 'inspector2', 'ipam', 'macie'],
  ...['member.org.stacksets.cloudformation', 'notifications', 'reporting.trustedadvisor', 'securityhub'],
  ...['securitylake', 'ssm', 'sso'],
].map((service) => `${service}.amazonaws.com`);

/** What shared services has to administer, so that its telemetry is of the whole organization. */
export const defaultDelegations: readonly string[] = [
  ...['access-analyzer', 'cloudtrail', 'config', 'config-multiaccountsetup', 'guardduty', 'securityhub'],
].map((service) => `${service}.amazonaws.com`);

/** IAM Identity Center, which is administered where people are. */
export const identityCenterService = 'sso.amazonaws.com';
