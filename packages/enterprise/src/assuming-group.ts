import { type PolicyStatement, type StackContext, policyJson, secondFactor } from '@bulkhead/baseline';
import { type Group, peoplePath } from '@bulkhead/model';
import { IamGroupPolicy } from '@cdktf/provider-aws/lib/iam-group-policy/index.js';
import { IamGroup } from '@cdktf/provider-aws/lib/iam-group/index.js';
import { Construct } from 'constructs';
import { becomeEverywhere, reachOf } from './becoming.ts';

export interface AssumingGroupProps {
  readonly group: Group;
  readonly context: StackContext;
}

/** A group of IAM users, who may become the roles that the model gives it, and may do nothing else. */
export class AssumingGroup extends Construct {
  readonly groupName: string;

  constructor(scope: Construct, id: string, { group, context }: AssumingGroupProps) {
    super(scope, id);
    const { everywhere, roleArns } = reachOf(group, context);
    const fresh = secondFactor(context.organization.enterprise.secondFactorMinutes);
    const become = { Effect: 'Allow', Action: 'sts:AssumeRole' } as const;
    const statements: PolicyStatement[] = [];
    if (roleArns.length > 0) statements.push({ Sid: 'Become', ...become, Resource: roleArns, Condition: fresh });
    if (everywhere.length > 0) {
      const { Resource, Condition } = becomeEverywhere(everywhere, context);
      statements.push({ Sid: 'BecomeEverywhere', ...become, Resource, Condition: { ...Condition, ...fresh } });
    }
    this.groupName = new IamGroup(this, 'Default', { name: group.name, path: peoplePath }).name;
    new IamGroupPolicy(this, 'permissions', {
      name: 'permissions',
      group: this.groupName,
      policy: policyJson(statements),
    });
  }
}
