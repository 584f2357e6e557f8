import { type PlatformRole as PlatformRoleName, platformPath } from '@bulkhead/model';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { Construct } from 'constructs';
import { type PolicyStatement, policyJson } from './policy-json.ts';

export interface PlatformRoleProps {
  readonly name: PlatformRoleName;
  readonly description: string;
  /** Who may assume the role. */
  readonly trust: readonly PolicyStatement[];
  /** What the role may do; left out where managed policies say it. */
  readonly permissions?: readonly PolicyStatement[];
  readonly managedPolicyArns?: readonly string[];
  /** Seconds, 3,600 by default. */
  readonly maxSessionDuration?: number;
}

/** A role of the platform: it stands under `/bulkhead/`, where guardrails let nobody else touch it. */
export class PlatformRole extends Construct {
  readonly arn: string;
  /** For further policies of the role. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: PlatformRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'Default', {
      name: props.name,
      path: platformPath,
      description: props.description,
      assumeRolePolicy: policyJson(props.trust),
      maxSessionDuration: props.maxSessionDuration ?? 3600,
    });
    this.arn = role.arn;
    this.node.addValidation({ validate: () => tooLong(props) });
    this.name = role.name;
    if (props.permissions) {
      new IamRolePolicy(this, 'permissions', {
        name: 'permissions',
        role: role.name,
        policy: policyJson(props.permissions),
      });
    }
    for (const policyArn of props.managedPolicyArns ?? []) {
      const name = policyArn.slice(policyArn.lastIndexOf('/') + 1);
      new IamRolePolicyAttachment(this, name, { role: role.name, policyArn });
    }
  }
}

// AWS: IAM and STS quotas; a trust policy's can be raised to 4,096 per account
const maxTrust = 2048;
const maxPermissions = 10_240;

function tooLong({ name, trust, permissions = [] }: PlatformRoleProps): string[] {
  return [
    { what: 'trust', characters: policyJson(trust).length, most: maxTrust },
    { what: 'permissions', characters: policyJson(permissions).length, most: maxPermissions },
  ]
    .filter(({ characters, most }) => characters > most)
    .map(({ what, characters, most }) => `${what} of role ${name} have ${characters} characters, AWS takes ${most}`);
}
