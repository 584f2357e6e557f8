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

// A target takes 10 service control policies since 2026, 5 before; other types have limits of their own.
const policiesPerTarget = 10;

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
      const { id, type } = getPolicy(PolicyId, call);
      const target = getTarget(TargetId, call);
      const { attachments, policies } = call.world;
      const there = attachments.filter(({ targetId }) => targetId === target.id);
      if (there.some(({ policyId }) => policyId === id)) {
        throw new AwsError(
          'DuplicatePolicyAttachmentException',
          'The selected policy is already attached to the specified target.',
        );
      }
      const ofType = there.filter(({ policyId }) =>
        policies.some((each) => each.id === policyId && each.type === type),
      );
      if (ofType.length >= policiesPerTarget) {
        throw new AwsError(
          'ConstraintViolationException',
          'You have attached the maximum number of policies to the specified target.',
          400,
          { Reason: 'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED' },
        );
      }
      attachments.push({ policyId: id, targetId: target.id });
      return {};
    },
    changes('AttachPolicy'),
  ),
  operation<DetachPolicyCommandInput, DetachPolicyCommandOutput>(
    DetachPolicy$,
    ({ PolicyId, TargetId }, call) => {
      const { id } = getPolicy(PolicyId, call);
      const target = getTarget(TargetId, call);
      const at = call.world.attachments.findIndex((each) => each.policyId === id && each.targetId === target.id);
      if (at < 0) {
        throw new AwsError(
          'PolicyNotAttachedException',
          "The policy isn't attached to the specified target in the specified root.",
        );
      }
      call.world.attachments.splice(at, 1);
      return {};
    },
    changes('DetachPolicy'),
  ),
];
