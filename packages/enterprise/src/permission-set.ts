import { type StackContext, policyJson } from '@bulkhead/baseline';
import type { AssumableRole } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { SsoadminPermissionSetInlinePolicy } from '@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy/index.js';
import { SsoadminPermissionSet } from '@cdktf/provider-aws/lib/ssoadmin-permission-set/index.js';
import { Construct } from 'constructs';
import { becomeEverywhere } from './becoming.ts';

export interface PermissionSetProps {
  readonly name: string;
  readonly role: AssumableRole;
  readonly sessionHours: number;
  readonly instanceArn: string;
  readonly provider: AwsProvider;
  readonly context: StackContext;
}

/**
 * How people come from Identity Center to a role of the platform: the set may become it, and may do nothing else.
 *
 * What the role may do stands in the account, the same for both ways to sign in. Who comes is decided by assignments,
 * and an account's role lets in the set of its own account only.
 */
export class PermissionSet extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PermissionSetProps) {
    super(scope, id);
    const { name, role, sessionHours, instanceArn, provider, context } = props;
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
        { Sid: 'Become', Effect: 'Allow', Action: 'sts:AssumeRole', ...becomeEverywhere([role], context) },
      ]),
    });
  }
}
