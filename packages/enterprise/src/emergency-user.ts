import { type StackContext, emergencySecondFactorMinutes, policyJson, secondFactor } from '@bulkhead/baseline';
import { type breakGlassUsers, breakGlassPath } from '@bulkhead/model';
import { IamUserPolicy } from '@cdktf/provider-aws/lib/iam-user-policy/index.js';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user/index.js';
import { Construct } from 'constructs';
import { becomeEverywhere } from './becoming.ts';
import { noKeys } from './people-group.ts';

export interface EmergencyUserProps {
  readonly name: (typeof breakGlassUsers)[number];
  readonly context: StackContext;
}

/**
 * A sealed user: it has no password and no device until two custodians make both from the management account, and keep
 * them apart. It becomes `break-glass` in every account, and may not even change its own password.
 *
 * An IAM user whatever people sign in with: it is for the day on which that fails.
 */
export class EmergencyUser extends Construct {
  constructor(scope: Construct, id: string, { name, context }: EmergencyUserProps) {
    super(scope, id);
    const user = new IamUser(this, 'Default', {
      name,
      path: breakGlassPath,
      // a new one would have neither password nor device, and nobody would notice before the day
      lifecycle: { preventDestroy: true },
    });
    const { Resource, Condition } = becomeEverywhere(['break-glass'], context);
    new IamUserPolicy(this, 'permissions', {
      name: 'permissions',
      user: user.name,
      policy: policyJson([
        {
          Sid: 'Become',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource,
          Condition: { ...Condition, ...secondFactor(emergencySecondFactorMinutes) },
        },
        noKeys,
      ]),
    });
  }
}
