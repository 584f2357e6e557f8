import { policyJson } from '@bulkhead/baseline';
import { type AssumableRole, platformRoleArn } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { SsoadminPermissionSetInlinePolicy } from '@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy/index.js';
import { SsoadminPermissionSet } from '@cdktf/provider-aws/lib/ssoadmin-permission-set/index.js';
import { Construct } from 'constructs';

export interface PermissionSetProps {
  readonly name: string;
  readonly role: AssumableRole;
  readonly sessionHours: number;
  readonly instanceArn: string;
  readonly provider: AwsProvider;
}

/**
 * How people come from Identity Center to a role of the platform: the set may become it, and may do nothing else.
 *
 * What the role may do stands in the account, the same for both ways to sign in. Who comes is decided by assignments.
 * Both sides say that a set opens its own account only: here, and the trust of the role.
 */
export class PermissionSet extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PermissionSetProps) {
    super(scope, id);
    const { name, role, sessionHours, instanceArn, provider } = props;
    this.arn = new SsoadminPermissionSet(this, 'Default', {
      provider,
      instanceArn,
      name,
      description: `becomes ${role}`,
      sessionDuration: `PT${sessionHours}H`,
    }).arn;
    new SsoadminPermissionSetInlinePolicy(this, 'permissions', {
      provider,
      instanceArn,
      permissionSetArn: this.arn,
      inlinePolicy: policyJson([
        {
          Sid: 'Become',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: platformRoleArn('*', role),
          // filled by AWS, not by Terraform
          Condition: { StringEquals: { 'aws:ResourceAccount': '$${aws:PrincipalAccount}' } },
        },
      ]),
    });
  }
}
