/** Services that act in every account. Terraform takes the list for the whole: what is left out is disabled. */
export const trustedServices: readonly string[] = [
  'access-analyzer.amazonaws.com',
  'account.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config-multiaccountsetup.amazonaws.com',
  'config.amazonaws.com',
  'guardduty.amazonaws.com',
  'iam.amazonaws.com',
  'securityhub.amazonaws.com',
  'servicequotas.amazonaws.com',
  'sso.amazonaws.com',
  'tagpolicies.tag.amazonaws.com',
];

/** Disabling a type of policy detaches all of its policies, everywhere and for good. */
export const policyTypes: readonly string[] = [
  'DECLARATIVE_POLICY_EC2',
  'RESOURCE_CONTROL_POLICY',
  'SERVICE_CONTROL_POLICY',
  'TAG_POLICY',
];
