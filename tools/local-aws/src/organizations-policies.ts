import {
  DescribePolicy$,
  type DescribePolicyCommandInput,
  type DescribePolicyCommandOutput,
  ListPolicies$,
  type ListPoliciesCommandInput,
  type ListPoliciesCommandOutput,
  ListPoliciesForTarget$,
  type ListPoliciesForTargetCommandInput,
  type ListPoliciesForTargetCommandOutput,
  ListTargetsForPolicy$,
  type ListTargetsForPolicyCommandInput,
  type ListTargetsForPolicyCommandOutput,
  type PolicyType,
} from '@aws-sdk/client-organizations';
import { AwsError } from './aws-error.ts';
import { type Call, type Operation, operation } from './operation.ts';
import { organizationArn, organizationPage, reads } from './organizations-access.ts';
import type { World, WorldPolicy } from './world.ts';

export const summary = ({ id, name, type, description, awsManaged }: WorldPolicy, world: World) => ({
  Id: id,
  Arn: awsManaged
    ? `arn:aws:organizations::aws:policy/${type.toLowerCase()}/${id}`
    : organizationArn(world, `policy/${world.organization.id}/${type.toLowerCase()}/${id}`),
  Name: name,
  Description: description,
  Type: type as PolicyType,
  AwsManaged: awsManaged,
});

export function getPolicy(id: string | undefined, { world }: Call): WorldPolicy {
  const policy = world.policies.find((each) => each.id === id);
  if (!policy) throw new AwsError('PolicyNotFoundException', "You specified a policy that doesn't exist.");
  return policy;
}

export function getTarget(targetId: string | undefined, { world }: Call) {
  const { rootId } = world.organization;
  const named = [...world.accounts, ...world.organizationalUnits, { id: rootId, name: 'Root' }];
  const target = named.find(({ id }) => id === targetId);
  if (!target) throw new AwsError('TargetNotFoundException', "You specified a target that doesn't exist.");
  const kind = target.id === rootId ? 'root' : target.id.startsWith('ou-') ? 'ou' : ('account' as const);
  return {
    id: target.id,
    name: target.name,
    kind,
    arn: organizationArn(world, `${kind}/${world.organization.id}/${target.id}`),
  } as const;
}

export const policyOperations: readonly Operation[] = [
  operation<ListPoliciesCommandInput, ListPoliciesCommandOutput>(
    ListPolicies$,
    (input, call) => {
      const { page, rest } = organizationPage(
        call.world.policies.filter(({ type }) => type === input.Filter),
        input,
        call,
      );
      return { Policies: page.map((policy) => summary(policy, call.world)), ...rest };
    },
    reads('ListPolicies'),
  ),
  operation<DescribePolicyCommandInput, DescribePolicyCommandOutput>(
    DescribePolicy$,
    ({ PolicyId }, call) => {
      const policy = getPolicy(PolicyId, call);
      return { Policy: { PolicySummary: summary(policy, call.world), Content: policy.content } };
    },
    reads('DescribePolicy'),
  ),
  operation<ListPoliciesForTargetCommandInput, ListPoliciesForTargetCommandOutput>(
    ListPoliciesForTarget$,
    (input, call) => {
      const target = getTarget(input.TargetId, call);
      const attached = call.world.attachments.filter(({ targetId }) => targetId === target.id);
      const policies = attached
        .map(({ policyId }) => getPolicy(policyId, call))
        .filter(({ type }) => type === input.Filter);
      const { page, rest } = organizationPage(policies, input, call);
      return { Policies: page.map((policy) => summary(policy, call.world)), ...rest };
    },
    reads('ListPoliciesForTarget'),
  ),
  operation<ListTargetsForPolicyCommandInput, ListTargetsForPolicyCommandOutput>(
    ListTargetsForPolicy$,
    (input, call) => {
      const { id } = getPolicy(input.PolicyId, call);
      const targets = call.world.attachments.filter(({ policyId }) => policyId === id);
      const { page, rest } = organizationPage(targets, input, call);
      const types = { root: 'ROOT', ou: 'ORGANIZATIONAL_UNIT', account: 'ACCOUNT' } as const;
      const describe = ({ targetId }: (typeof targets)[number]) => {
        const { arn, name, kind } = getTarget(targetId, call);
        return { TargetId: targetId, Arn: arn, Name: name, Type: types[kind] };
      };
      return { Targets: page.map(describe), ...rest };
    },
    reads('ListTargetsForPolicy'),
  ),
];
