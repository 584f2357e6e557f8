import type { StatementDocument } from '../policy/policy.ts';
import { type Blocks, allow, attached, ids, policy, role } from '../small-organization.fixture.ts';
import type { Asked } from './ask.fixture.ts';

export const root = (accountId: string) => ({ AWS: `arn:aws:iam::${accountId}:root` });

/** A role `web` in dev with a policy of its own. */
export const web = (...statements: readonly StatementDocument[]): Blocks => ({
  'aws_iam_role.web': role('web', { Service: 'ec2.amazonaws.com' }),
  'aws_iam_role_policy.web': { role: '${aws_iam_role.web.name}', name: 'web', policy: policy(...statements) },
});

/** A bucket `orders` with a policy. */
export const orders = (...statements: readonly StatementDocument[]): Blocks => ({
  'aws_s3_bucket.orders': { bucket: 'orders' },
  'aws_s3_bucket_policy.orders': { bucket: 'orders', policy: policy(...statements) },
});

export const open = allow('s3:GetObject', 'arn:aws:s3:::orders/*', { Principal: root(ids.dev) });
export const reads = allow('s3:GetObject', 'arn:aws:s3:::orders/*');
export const getFromProd: Asked = { who: 'dev/web', action: 's3:GetObject', resource: 'prod/orders/example' };
export const get: Asked = { who: 'dev/web', action: 's3:GetObject', resource: 'dev/any-object' };
export const outsider: Asked = { who: 'another organization', action: 's3:GetObject', resource: 'prod/orders/example' };
export const openToAll = orders(allow('s3:GetObject', 'arn:aws:s3:::orders/*', { Principal: '*' }));
export const deny = (type: string, content: StatementDocument, target = 'r-small') =>
  attached('wall', type, policy({ ...content, Sid: 'Wall', Effect: 'Deny' }), target);
export const noS3 = deny('SERVICE_CONTROL_POLICY', allow('s3:*'));
export const ofOrganization = {
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ids.organization },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
};
export const perimeter = deny('RESOURCE_CONTROL_POLICY', {
  ...allow('s3:*'),
  Principal: '*',
  Condition: ofOrganization,
});
export const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
export const boundary: Blocks = {
  ...web(allow(['s3:*', 'sqs:*'])),
  'aws_iam_policy.limit': { name: 'limit', policy: policy(allow('sqs:*')) },
  'aws_iam_role.web': {
    ...role('web', { Service: 'ec2.amazonaws.com' }),
    permissions_boundary: '${aws_iam_policy.limit.arn}',
  },
};
export const key = (...statements: readonly StatementDocument[]): Blocks => ({
  'aws_kms_key.k': { policy: policy(...statements) },
});
export const decrypt: Asked = { who: 'dev/web', action: 'kms:Decrypt', resource: 'dev/k' };
