import { OrganizationsPolicyAttachment } from '@cdktf/provider-aws/lib/organizations-policy-attachment/index.js';
import { OrganizationsPolicy } from '@cdktf/provider-aws/lib/organizations-policy/index.js';
import { Construct } from 'constructs';

export interface GuardrailPolicyProps {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  /** Minified JSON. */
  readonly content: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Ids of what the policy is attached to, by name; none where somebody else attaches it. */
  readonly targets: Readonly<Record<string, string>>;
}

/** A policy of the organization, and what it is attached to. */
export class GuardrailPolicy extends Construct {
  constructor(scope: Construct, id: string, { targets, ...policy }: GuardrailPolicyProps) {
    super(scope, id);
    // a policy's variables are IAM's to fill in, not Terraform's; in a replacement text $$ would be one $
    const content = policy.content.replaceAll('${', () => '$${');
    const { id: policyId } = new OrganizationsPolicy(this, 'Default', { ...policy, content });
    for (const [name, targetId] of Object.entries(targets)) {
      new OrganizationsPolicyAttachment(this, name.replaceAll('/', '-'), { policyId, targetId });
    }
  }
}
