import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import { type WorkloadService, iamQuotas } from '@bulkhead/model';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { Construct } from 'constructs';
import { workloadTrust } from './workload-trust.ts';

export interface WorkloadRoleProps {
  readonly name: string;
  /** `/workload/`. */
  readonly path: string;
  readonly accountId: string;
  readonly runsOn: WorkloadService;
  /** With stores of its own account. */
  readonly own: readonly PolicyStatement[];
  /** With stores of other accounts. */
  readonly granted: readonly PolicyStatement[];
  /** The most that the role may do, where engineers build; whoever changes it can't lift that. */
  readonly boundaryArn: string | undefined;
}

/** As what a workload runs. Its name is what grants let in; further policies of it are the unit's own, in `main.ts`. */
export class WorkloadRole extends Construct {
  readonly name: string;
  readonly arn: string;
  /** Of what runs on EC2. */
  readonly instanceProfileName: string | undefined;

  constructor(scope: Construct, id: string, props: WorkloadRoleProps) {
    super(scope, id);
    const { name, path, accountId, runsOn, boundaryArn } = props;
    const role = new IamRole(this, 'Default', {
      name,
      path,
      description: `as what ${name} runs`,
      assumeRolePolicy: policyJson(workloadTrust(runsOn, accountId)),
      ...(boundaryArn !== undefined && { permissionsBoundary: boundaryArn }),
    });
    this.name = role.name;
    this.arn = role.arn;
    const policies = Object.entries({ own: props.own, grants: props.granted }).filter(([, each]) => each.length > 0);
    for (const [policyName, statements] of policies) {
      new IamRolePolicy(this, policyName, { name: policyName, role: role.name, policy: policyJson(statements) });
    }
    this.node.addValidation({ validate: () => tooLong(name, policies) });
    if (runsOn === 'ec2') {
      this.instanceProfileName = new IamInstanceProfile(this, 'profile', { name, path, role: role.name }).name;
    }
  }
}

const { most } = iamQuotas.rolePolicyCharacters;

function tooLong(name: string, policies: readonly (readonly [string, readonly PolicyStatement[]])[]): string[] {
  const characters = policies.reduce((sum, [, statements]) => sum + policyJson(statements).length, 0);
  return characters > most
    ? [
        `policies of the workload ${name} have ${characters} characters, AWS takes ${most}: ` +
          'divide it into workloads that are granted less each',
      ]
    : [];
}
