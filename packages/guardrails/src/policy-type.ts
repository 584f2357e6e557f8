/** Policies made of statements. The first kind binds principals of an account, the second resources in it. */
export type StatementPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

/** Policies that are settings: those on a target override what it inherits. */
export type SettingsPolicyType = 'DECLARATIVE_POLICY_EC2' | 'TAG_POLICY';

export type PolicyType = StatementPolicyType | SettingsPolicyType;

/** Every type that guardrails use, in the order in which reports show them. */
export const policyTypes = [
  'SERVICE_CONTROL_POLICY',
  'RESOURCE_CONTROL_POLICY',
  'DECLARATIVE_POLICY_EC2',
  'TAG_POLICY',
] as const satisfies readonly PolicyType[];

const titles: Readonly<Record<PolicyType, string>> = {
  SERVICE_CONTROL_POLICY: 'service control policies',
  RESOURCE_CONTROL_POLICY: 'resource control policies',
  DECLARATIVE_POLICY_EC2: 'declarative policies for EC2',
  TAG_POLICY: 'tag policies',
};

/** `service control policies`. */
export function policyTypeTitle(type: PolicyType): string {
  return titles[type];
}
