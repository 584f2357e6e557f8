import { policyJson } from '@bulkhead/baseline';
import { peoplePath } from '@bulkhead/model';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy/index.js';
import { IamGroup } from '@cdktf/provider-aws/lib/iam-group/index.js';
import { Construct } from 'constructs';

export interface PlatformEngineersProps {
  /** ARNs of the roles that they assume. */
  readonly roleArns: readonly string[];
}

/** The people who plan and apply limits by hand: with a second factor they become the controller, and nothing else. */
export class PlatformEngineers extends Construct {
  constructor(scope: Construct, id: string, { roleArns }: PlatformEngineersProps) {
    super(scope, id);
    const group = new IamGroup(this, 'Default', { name: 'platform-engineers', path: peoplePath });
    new IamGroupPolicy(this, 'permissions', {
      name: 'permissions',
      group: group.name,
      policy: policyJson([
        {
          Sid: 'Become',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: roleArns,
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
      ]),
    });
  }
}
