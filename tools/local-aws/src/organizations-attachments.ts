import {
  AttachPolicy$,
  type AttachPolicyCommandInput,
  type AttachPolicyCommandOutput,
  DetachPolicy$,
  type DetachPolicyCommandInput,
  type DetachPolicyCommandOutput,
} from '@aws-sdk/client-organizations';
import { AwsError } from './aws-error.ts';
import { type Call, type Needs, type Operation, operation } from './operation.ts';
import { checkMember } from './organizations-access.ts';
import { getPolicy, getTarget, summary } from './organizations-policies.ts';
import type { World, WorldPolicy } from './world.ts';

// A target takes 10 service control policies since 2026, 5 before; other types have limits of their own.
const policiesPerTarget = 10;

/** Policies on a target of the same type as one of them. */
function attachedOfType({ type }: WorldPolicy, target: { readonly id: string }, { attachments, policies }: World) {
  const ofType = new Set(policies.filter((each) => each.type === type).map(({ id }) => id));
  return attachments.filter(({ policyId, targetId }) => targetId === target.id && ofType.has(policyId));
}

const refused = (message: string, Reason: string) =>
  new AwsError('ConstraintViolationException', message, 400, { Reason });

const changes =
  (name: string) =>
  ({ PolicyId, TargetId }: AttachPolicyCommandInput, call: Call): Needs => {
    const { arn } = getTarget(TargetId, call);
    checkMember(`organizations:${name}`, arn, call);
    checkMember(`organizations:${name}`, summary(getPolicy(PolicyId, call), call.world).Arn, call);
    return { resource: arn, context: { 'organizations:policytype': getPolicy(PolicyId, call).type } };
  };

export const attachmentOperations: readonly Operation[] = [
  operation<AttachPolicyCommandInput, AttachPolicyCommandOutput>(
    AttachPolicy$,
    ({ PolicyId, TargetId }, call) => {
      const policy = getPolicy(PolicyId, call);
      const target = getTarget(TargetId, call);
      if (!call.world.policyTypes.includes(policy.type)) {
        throw new AwsError(
          'PolicyTypeNotEnabledException',
          `The policy type ${policy.type} is not enabled for the specified root.`,
        );
      }
      const there = attachedOfType(policy, target, call.world);
      if (there.some(({ policyId }) => policyId === policy.id)) {
        throw new AwsError(
          'DuplicatePolicyAttachmentException',
          'The selected policy is already attached to the specified target.',
        );
      }
      if (there.length >= policiesPerTarget) {
        throw refused(
          'You have attached the maximum number of policies to the specified target.',
          'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
        );
      }
      call.world.attachments.push({ policyId: policy.id, targetId: target.id });
      return {};
    },
    changes('AttachPolicy'),
  ),
  operation<DetachPolicyCommandInput, DetachPolicyCommandOutput>(
    DetachPolicy$,
    ({ PolicyId, TargetId }, call) => {
      const policy = getPolicy(PolicyId, call);
      const { id } = policy;
      const target = getTarget(TargetId, call);
      const at = call.world.attachments.findIndex((each) => each.policyId === id && each.targetId === target.id);
      if (at < 0) {
        throw new AwsError(
          'PolicyNotAttachedException',
          "The policy isn't attached to the specified target in the specified root.",
        );
      }
      // Every target keeps one of them: what no policy allows, none of its accounts may do.
      if (policy.type === 'SERVICE_CONTROL_POLICY' && attachedOfType(policy, target, call.world).length === 1) {
        throw refused(
          'You cannot remove the last policy of this type from the specified target.',
          'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
        );
      }
      call.world.attachments.splice(at, 1);
      return {};
    },
    changes('DetachPolicy'),
  ),
];
