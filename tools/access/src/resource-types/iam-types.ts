import type { Finding, IdentityName } from '../terraform/finding.ts';
import { type ResourceType, bearsNoPolicy } from '../terraform/resource-type.ts';
import type { Values } from '../terraform/values.ts';

type Kind = IdentityName['kind'];

/** IAM: identities, their policies and who belongs to what. */
export const iamTypes: Readonly<Record<string, ResourceType>> = {
  aws_iam_role: {
    attributes: named('role'),
    read(values) {
      const trust = values.policy('assume_role_policy', 'trust');
      if (values.blocks('inline_policy').length > 0)
        throw new Error('inline_policy is not read, use aws_iam_role_policy');
      return [
        { ...identity('role', values), ...(trust && { trust }) },
        ...values.texts('managed_policy_arns').map((policyArn): Finding => ({
          found: 'managed-policy-attachment',
          identity: nameOf('role', values, values.text('name')),
          policyArn,
        })),
      ];
    },
  },
  aws_iam_user: { attributes: named('user'), read: (values) => [identity('user', values)] },
  aws_iam_group: { attributes: named('group'), read: (values) => [identity('group', values)] },
  ...policiesOf('role'),
  ...policiesOf('user'),
  ...policiesOf('group'),
  aws_iam_policy: {
    attributes: (values) => ({ arn: policyArn(values), id: policyArn(values), name: values.text('name') }),
    read(values) {
      const policy = values.policy('policy', 'identity');
      const { accountId, tags } = values;
      const [arn, name] = [policyArn(values), values.text('name')];
      return [
        { found: 'resource', arn, accountId, kind: 'policy', name, tags },
        ...(policy ? [{ found: 'managed-policy', arn, policy } as const] : []),
      ];
    },
  },
  aws_iam_user_group_membership: {
    read: (values) => [
      {
        found: 'membership',
        user: nameOf('user', values, values.text('user')),
        groups: values.texts('groups').map((group) => nameOf('group', values, group)),
      },
    ],
  },
  aws_iam_group_membership: {
    read: (values) =>
      values.texts('users').map((user) => ({
        found: 'membership',
        user: nameOf('user', values, user),
        groups: [nameOf('group', values, values.text('group'))],
      })),
  },
  aws_iam_openid_connect_provider: {
    attributes: (values) => ({ arn: providerArn(values), id: providerArn(values) }),
    read: (values) => [
      { found: 'identity-provider', arn: providerArn(values), issuer: issuerOf(values), accountId: values.accountId },
    ],
  },
  aws_iam_instance_profile: bearsNoPolicy,
  aws_iam_service_linked_role: bearsNoPolicy,
  aws_iam_account_password_policy: bearsNoPolicy,
  aws_iam_account_alias: bearsNoPolicy,
  aws_iam_organizations_features: bearsNoPolicy,
  aws_iam_virtual_mfa_device: bearsNoPolicy,
};

/** `aws_iam_role_policy` and `aws_iam_role_policy_attachment`, and the same for users and groups. */
function policiesOf(kind: Kind): Readonly<Record<string, ResourceType>> {
  return {
    [`aws_iam_${kind}_policy`]: {
      read(values) {
        const policy = values.policy('policy', 'identity');
        const identity = nameOf(kind, values, values.text(kind));
        return policy ? [{ found: 'identity-policy', identity, policy }] : [];
      },
    },
    [`aws_iam_${kind}_policy_attachment`]: {
      read: (values) => [
        {
          found: 'managed-policy-attachment',
          identity: nameOf(kind, values, values.text(kind)),
          policyArn: values.text('policy_arn'),
        },
      ],
    },
  };
}

const nameOf = (kind: Kind, { accountId }: Values, name: string): IdentityName => ({ kind, accountId, name });

const identityArn = (kind: Kind, values: Values) =>
  `arn:aws:iam::${values.accountId}:${kind}${values.optional('path') ?? '/'}${values.text('name')}`;

function named(kind: Kind) {
  return (values: Values) => ({ arn: identityArn(kind, values), id: values.text('name'), name: values.text('name') });
}

function identity(kind: Kind, values: Values) {
  const boundary = values.optional('permissions_boundary');
  return {
    found: 'identity',
    identity: nameOf(kind, values, values.text('name')),
    arn: identityArn(kind, values),
    tags: values.tags,
    ...(boundary !== undefined && { boundary }),
  } as const;
}

const policyArn = (values: Values) =>
  `arn:aws:iam::${values.accountId}:policy${values.optional('path') ?? '/'}${values.text('name')}`;

const issuerOf = (values: Values) => values.text('url').replace(/^https:\/\//, '');

const providerArn = (values: Values) => `arn:aws:iam::${values.accountId}:oidc-provider/${issuerOf(values)}`;
