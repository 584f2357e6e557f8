import { type ResourceType, bearsNoPolicy } from '../terraform/resource-type.ts';
import type { ControlPolicy } from '../terraform/finding.ts';
import type { Values } from '../terraform/values.ts';

/** AWS Organizations: the tree of accounts, and the policies that hang in it. */
export const organizationsTypes: Readonly<Record<string, ResourceType>> = {
  aws_organizations_organization: {
    attributes: (values) => ({
      id: organizationId(values),
      'roots.0.id': rootId(values),
      'roots[0].id': rootId(values),
      master_account_id: values.accountId,
    }),
    read: (values) => [
      {
        found: 'organization',
        id: organizationId(values),
        rootId: rootId(values),
        managementAccountId: values.accountId,
      },
      {
        found: 'resource',
        // actions about the organization as a whole are about no resource for IAM
        arn: '*',
        accountId: values.accountId,
        kind: 'organization',
        name: 'organization',
        tags: values.tags,
      },
    ],
  },
  aws_organizations_organizational_unit: {
    attributes: (values) => ({ id: values.known('id') ?? `ou-${values.id}` }),
    read: (values) => [
      {
        found: 'organizational-unit',
        id: values.known('id') ?? `ou-${values.id}`,
        parentId: values.text('parent_id'),
        name: values.text('name'),
      },
    ],
  },
  aws_organizations_account: {
    attributes: (values) => ({ id: accountId(values), arn: accountArn(values) }),
    read: (values) => [
      {
        found: 'account',
        id: accountId(values),
        name: values.text('name'),
        parentId: values.text('parent_id'),
        tags: values.tags,
        accessRole: values.optional('role_name') ?? 'OrganizationAccountAccessRole',
      },
      {
        found: 'resource',
        arn: accountArn(values),
        accountId: values.accountId,
        kind: 'organization-account',
        name: values.text('name'),
        tags: values.tags,
      },
    ],
  },
  aws_organizations_policy: {
    attributes: (values) => ({ id: policyId(values), arn: policyArn(values) }),
    read: (values) => [
      { found: 'control-policy', id: policyId(values), name: values.text('name'), control: controlPolicy(values) },
      {
        found: 'resource',
        arn: policyArn(values),
        accountId: values.accountId,
        kind: 'organization-policy',
        name: values.text('name'),
        tags: values.tags,
      },
    ],
  },
  aws_organizations_policy_attachment: {
    read: (values) => [
      {
        found: 'control-policy-attachment',
        policyId: values.text('policy_id'),
        targetId: values.text('target_id'),
      },
    ],
  },
  aws_organizations_resource_policy: {
    read(values) {
      const policy = values.policy('content', 'resource');
      const { accountId } = values;
      // it holds for all that Organizations keeps: accounts, units, policies, and the organization as a whole
      return ['organization', `arn:aws:organizations::${accountId}:*`].flatMap((arn) =>
        policy ? [{ found: 'resource-policy', arn, accountId, policy }] : [],
      );
    },
  },
  aws_organizations_delegated_administrator: bearsNoPolicy,
};

const organizationId = (values: Values) => values.known('id') ?? values.organizationId;
const rootId = (values: Values) => values.known('roots[0].id') ?? values.known('roots.0.id') ?? 'r-unknown';
const accountId = (values: Values) => values.known('id') ?? `unknown-${values.id}`;
const accountArn = (values: Values) =>
  `arn:aws:organizations::${values.accountId}:account/${values.organizationId}/${accountId(values)}`;
const policyId = (values: Values) => values.known('id') ?? `p-${values.id}`;

const policyTypes: Readonly<Record<string, 'service-control' | 'resource-control'>> = {
  SERVICE_CONTROL_POLICY: 'service-control',
  RESOURCE_CONTROL_POLICY: 'resource-control',
};

/** A policy without a type is a service control policy. Source: Terraform's aws_organizations_policy. */
const typeOf = (values: Values) => values.optional('type') ?? 'SERVICE_CONTROL_POLICY';

const policyArn = (values: Values) =>
  `arn:aws:organizations::${values.accountId}:policy/${values.organizationId}/${typeOf(values).toLowerCase()}/${policyId(values)}`;

function controlPolicy(values: Values): ControlPolicy {
  const type = policyTypes[typeOf(values)];
  if (type === undefined) return { type: 'other' };
  const policy = values.policy('content', type);
  if (!policy) throw new Error('content: the policy is missing');
  return { type, policy };
}
