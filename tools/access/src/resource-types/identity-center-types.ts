import type { Finding } from '../terraform/finding.ts';
import { type ResourceType, bearsNoPolicy } from '../terraform/resource-type.ts';
import type { Values } from '../terraform/values.ts';

/**
 * IAM Identity Center: a permission set becomes a role in each account that it is assigned in.
 *
 * AWS chooses the ids; where the lock doesn't have them, Terraform's own name stands for them, which no policy names.
 */
export const identityCenterTypes: Readonly<Record<string, ResourceType>> = {
  aws_ssoadmin_permission_set: {
    attributes: (values) => ({ arn: setArn(values), id: setArn(values), name: values.text('name') }),
    read: (values) => [
      { found: 'permission-set', arn: setArn(values), name: values.text('name'), region: values.region },
      entry(values, 'permission-set', setArn(values), values.text('name')),
    ],
  },
  aws_ssoadmin_permission_set_inline_policy: {
    read(values) {
      const policy = values.policy('inline_policy', 'identity');
      return policy ? [{ found: 'permission-set-policy', arn: values.text('permission_set_arn'), policy }] : [];
    },
  },
  aws_ssoadmin_managed_policy_attachment: {
    read: (values) => [
      {
        found: 'permission-set-policy',
        arn: values.text('permission_set_arn'),
        policyArn: values.text('managed_policy_arn'),
      },
    ],
  },
  aws_ssoadmin_permissions_boundary_attachment: {
    read(values) {
      const [block] = values.blocks('permissions_boundary');
      const boundary = block?.['managed_policy_arn'];
      if (typeof boundary !== 'string') throw new Error('permissions_boundary: only managed_policy_arn is read');
      return [{ found: 'permission-set-boundary', arn: values.text('permission_set_arn'), boundary }];
    },
  },
  aws_ssoadmin_account_assignment: {
    read: (values): readonly Finding[] => [
      {
        found: 'permission-set-assignment',
        arn: values.text('permission_set_arn'),
        accountId: values.text('target_id'),
        assignedTo: values.text('principal_id'),
      },
    ],
  },
  aws_identitystore_group: {
    attributes: (values) => ({ group_id: groupId(values) }),
    read: (values) => [
      entry(values, 'directory-group', `arn:aws:identitystore:::group/${groupId(values)}`, values.text('display_name')),
    ],
  },
  aws_identitystore_user: {
    attributes: (values) => ({ user_id: values.known('user_id') ?? `user-${values.id}` }),
  },
  aws_identitystore_group_membership: bearsNoPolicy,
};

const setArn = (values: Values) => values.known('arn') ?? `arn:aws:sso:::permissionSet/ssoins-unknown/${values.id}`;

const groupId = (values: Values) => values.known('group_id') ?? `group-${values.id}`;

/** Whoever changes it makes themselves whatever people become through it. */
const entry = ({ accountId }: Values, kind: string, arn: string, name: string): Finding => ({
  ...{ found: 'resource', arn, accountId, kind, name: `${kind}/${name}`, tags: {} },
});
