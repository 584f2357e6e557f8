import { type Organization, runtimeAccountsOf } from '@bulkhead/model';
import { controllerRole, exceptRoles } from './except-platform.ts';
import { GuardrailOverflowError, type Overflow } from './guardrail-overflow-error.ts';
import type { Statement } from './policy.ts';
import { policyLimits } from './policy-limits.ts';
import { policyDocument, renderPolicy, sizeOf } from './render-policy.ts';

const type = 'SERVICE_CONTROL_POLICY';

/** Body of the policy that freezes an account of one phase. The controller attaches and detaches it, nobody else. */
export interface FreezePolicy {
  readonly phase: string;
  readonly name: string;
  readonly type: typeof type;
  /** Minified JSON. */
  readonly content: string;
}

/** `acme-freeze-dev`. */
export function freezePolicyName(organization: string, phase: string): string {
  return `${organization}-freeze-${phase}`;
}

/**
 * What makes instances by a detour. Existing Auto Scaling groups and fleets keep launching all the same, through
 * service-linked roles that no policy binds; the controller suspends them in the account.
 *
 * A frozen group still shrinks with `TerminateInstanceInAutoScalingGroup`. Source: Amazon EC2 Auto Scaling and EC2 User
 * Guides, service-linked roles.
 */
const fleetActions: readonly string[] = [
  'autoscaling:CreateAutoScalingGroup',
  'autoscaling:ExecutePolicy',
  'autoscaling:LaunchInstances',
  'autoscaling:PutScalingPolicy',
  'autoscaling:PutScheduledUpdateGroupAction',
  'autoscaling:PutWarmPool',
  'autoscaling:ResumeProcesses',
  'autoscaling:SetDesiredCapacity',
  'autoscaling:StartInstanceRefresh',
  'autoscaling:UpdateAutoScalingGroup',
  'ec2:AllocateHosts',
  'ec2:CreateCapacityReservation',
  'ec2:CreateCapacityReservationFleet',
  'ec2:CreateFleet',
  'ec2:ModifyCapacityReservation',
  'ec2:ModifyFleet',
  'ec2:ModifySpotFleetRequest',
  'ec2:PurchaseCapacityBlock',
  'ec2:PurchaseScheduledInstances',
  'ec2:RequestSpotFleet',
  'ec2:RequestSpotInstances',
  'ec2:RunScheduledInstances',
];

/**
 * A freeze policy for each phase in which an account may be frozen, in the order of the phases.
 *
 * It denies the types that any such account of the phase caps. A phase with an allowance of vCPU and no caps is frozen
 * for every type, since that is what ran over; a phase that limits nothing has nothing to freeze at.
 *
 * @throws GuardrailOverflowError with every body that is larger than one policy may be
 */
export function freezePoliciesOf(organization: Organization): readonly FreezePolicy[] {
  const { bytesPerPolicy } = policyLimits[organization.enterprise.policyLimits][type];
  const policies = organization.phases.flatMap(({ name: phase }): readonly FreezePolicy[] => {
    const types = frozenTypes(organization, phase);
    if (!types) return [];
    const content = renderPolicy(policyDocument(freezeTypes(types)), type);
    return [{ phase, name: freezePolicyName(organization.name, phase), type, content }];
  });
  const overflows = policies
    .map(({ name, content }): Overflow => ({
      where: name,
      type,
      bytesNeeded: sizeOf(content),
      bytesAvailable: bytesPerPolicy,
      bytesTooMany: sizeOf(content) - bytesPerPolicy,
      policies: 1,
      leftOut: ['FreezeTypes'],
    }))
    .filter(({ bytesTooMany }) => bytesTooMany > 0);
  if (overflows.length > 0) throw new GuardrailOverflowError(overflows);
  return policies;
}

/** Types of which an account is at its cap can't be launched any more, nor started, alone or by a fleet. */
export function freezeTypes(instanceTypes: readonly string[] | 'every'): readonly Statement[] {
  const exempt = exceptRoles([controllerRole]);
  const types = instanceTypes === 'every' ? {} : { StringEquals: { 'ec2:InstanceType': instanceTypes } };
  return [
    {
      Sid: 'FreezeTypes',
      Effect: 'Deny',
      Action: ['ec2:RunInstances', 'ec2:StartInstances'],
      Resource: ['arn:aws:ec2:*:*:instance/*'],
      Condition: { ...types, ...exempt },
    },
    { Sid: 'FreezeFleets', Effect: 'Deny', Action: fleetActions, Resource: ['*'], Condition: exempt },
  ];
}

function frozenTypes(organization: Organization, phase: string): readonly string[] | 'every' | undefined {
  const mayFreeze = runtimeAccountsOf(organization)
    .filter((account) => account.phase === phase && account.rules.atCap === 'freeze')
    .map(({ rules }) => rules);
  const capped = mayFreeze.flatMap(({ limits }) => limits.map(({ instanceType }) => instanceType));
  if (capped.length > 0) return [...new Set(capped)];
  return mayFreeze.some(({ otherVcpu }) => otherVcpu !== undefined) ? 'every' : undefined;
}
