import { type PolicyStatement, policyJson, rolesOf } from '@bulkhead/baseline';
import { deliveryControllerActions, freezeActions, freezeTag, platformRoleArn } from '@bulkhead/model';
import { OrganizationsResourcePolicy } from '@cdktf/provider-aws/lib/organizations-resource-policy/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

export interface ControllerDelegationProps {
  readonly organizationId: string;
  readonly managementAccountId: string;
  /** Account in which the controller runs. */
  readonly deliveryAccountId: string;
  /** Phases that have a freeze policy. */
  readonly freezablePhases: readonly string[];
  readonly dependsOn: ITerraformDependable;
}

/**
 * What the controller may do with the organization, from the delivery account: find the accounts, and put a freeze
 * policy on a runtime account or take it off.
 *
 * An organization has one such policy. Attaching is authorized for the policy and for what it is attached to, each by
 * its own tags, so that neither ids that AWS chose later nor a long list of accounts are needed; the phase of an account
 * that exists once has a name that no phase can have.
 * Source: Service Authorization Reference, AWS Organizations, AttachPolicy and DetachPolicy.
 */
export class ControllerDelegation extends Construct {
  constructor(scope: Construct, id: string, { dependsOn, ...props }: ControllerDelegationProps) {
    super(scope, id);
    const content = policyJson([readOrganization(props), ...freezeAccounts(props)]);
    new OrganizationsResourcePolicy(this, 'Default', { content, dependsOn: [dependsOn] });
  }
}

type Names = Omit<ControllerDelegationProps, 'dependsOn'>;

const controllerIn = (deliveryAccountId: string) =>
  rolesOf(deliveryAccountId, platformRoleArn(deliveryAccountId, 'controller'));

const readOrganization = ({ deliveryAccountId }: Names): PolicyStatement => ({
  Sid: 'ReadOrganization',
  Effect: 'Allow',
  Action: deliveryControllerActions.readOrganization,
  Resource: '*',
  ...controllerIn(deliveryAccountId),
});

function freezeAccounts(names: Names): readonly PolicyStatement[] {
  const { organizationId, managementAccountId, deliveryAccountId, freezablePhases } = names;
  if (freezablePhases.length === 0) return [];
  const controller = controllerIn(deliveryAccountId);
  const onTagged = (Sid: string, resource: string, tag: string): PolicyStatement => ({
    Sid,
    Effect: 'Allow',
    ...controller,
    Action: freezeActions,
    Resource: `arn:aws:organizations::${managementAccountId}:${resource}`,
    Condition: { ...controller.Condition, StringEquals: { [`aws:ResourceTag/${tag}`]: freezablePhases } },
  });
  return [
    onTagged('FreezePolicies', `policy/${organizationId}/service_control_policy/*`, freezeTag),
    onTagged('FreezableAccounts', `account/${organizationId}/*`, 'Phase'),
  ];
}
