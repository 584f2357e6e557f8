import type { Finding } from '../terraform/finding.ts';
import type { ResourceType } from '../terraform/resource-type.ts';
import type { Values } from '../terraform/values.ts';

/** A resource that people are asked about, and the argument in which its own policy may stand. */
interface Described {
  readonly kind: string;
  /** Follows from the arguments, or from the lock where AWS chooses a part of it. */
  readonly arn: (values: Values) => string;
  readonly name?: (values: Values) => string;
  readonly policyArgument?: string;
  /** Attributes besides `arn`, `id` and `name`. */
  readonly attributes?: (values: Values) => Readonly<Record<string, string>>;
}

/** A type of resource that may hold a policy. */
function holder({ kind, arn, name = nameArgument, policyArgument, attributes }: Described): ResourceType {
  return {
    attributes: (values) => ({ arn: arn(values), id: name(values), name: name(values), ...attributes?.(values) }),
    read: (values) => [
      { found: 'resource', arn: arn(values), accountId: values.accountId, kind, name: name(values), tags: values.tags },
      ...(policyArgument === undefined ? [] : policyOn(values, arn(values), policyArgument)),
    ],
  };
}

/** A type of resource that is a policy on another resource. */
const policyFor = (target: (values: Values) => string, argument = 'policy'): ResourceType => ({
  read: (values) => policyOn(values, target(values), argument),
});

function policyOn(values: Values, arn: string, argument: string): readonly Finding[] {
  const policy = values.policy(argument, 'resource');
  return policy ? [{ found: 'resource-policy', arn, accountId: values.accountId, policy }] : [];
}

const nameArgument = (values: Values) => values.text('name');

/** `arn:aws:sqs:eu-west-1:123456789012:orders`. */
const regional =
  (service: string, resource = '') =>
  (values: Values) =>
    `arn:aws:${service}:${values.region}:${values.accountId}:${resource}${nameArgument(values)}`;

const bucketName = (values: Values) => values.text('bucket');
const bucketArn = (values: Values) => `arn:aws:s3:::${bucketName(values)}`;

/** AWS chooses the id of a key; where the lock doesn't have it, Terraform's own name stands for it. */
const keyArn = (values: Values) =>
  values.known('arn') ?? `arn:aws:kms:${values.region}:${values.accountId}:key/${values.known('key_id') ?? values.id}`;
const keyId = (values: Values) => keyArn(values).split('/')[1] ?? '';

/** A key by its id or its ARN. */
const keyCalled = (values: Values, argument: string) => {
  const key = values.text(argument);
  return key.startsWith('arn:') ? key : `arn:aws:kms:${values.region}:${values.accountId}:key/${key}`;
};

const sinkArn = (values: Values) =>
  values.known('arn') ?? `arn:aws:oam:${values.region}:${values.accountId}:sink/${values.id}`;

/** AWS adds six characters to the name, which policies leave open. Source: Secrets Manager User Guide, ARN of a secret. */
const secretArn = (values: Values) => `${regional('secretsmanager', 'secret:')(values)}-AbCdEf`;

const queueArn = (url: string) => {
  const [, region = '', accountId = '', name = ''] = /^https:\/\/sqs\.([^.]+)\.[^/]+\/(\d+)\/(.+)$/.exec(url) ?? [];
  return `arn:aws:sqs:${region}:${accountId}:${name}`;
};

/** Resources with policies of their own, and the policies that stand beside them. */
export const resourcePolicyTypes: Readonly<Record<string, ResourceType>> = {
  aws_s3_bucket: holder({
    kind: 'bucket',
    arn: bucketArn,
    name: bucketName,
    policyArgument: 'policy',
    attributes: (values) => ({ bucket: bucketName(values) }),
  }),
  aws_s3_bucket_policy: policyFor(bucketArn),
  aws_kms_key: holder({
    kind: 'key',
    arn: keyArn,
    name: keyId,
    policyArgument: 'policy',
    attributes: (values) => ({ key_id: keyId(values) }),
  }),
  aws_kms_key_policy: policyFor((values) => keyCalled(values, 'key_id')),
  aws_kms_alias: {
    attributes: (values) => ({ name: values.text('name') }),
    read: (values) => [{ found: 'key-alias', keyArn: keyCalled(values, 'target_key_id'), alias: values.text('name') }],
  },
  aws_sqs_queue: holder({
    kind: 'queue',
    arn: regional('sqs'),
    policyArgument: 'policy',
    attributes: (values) => {
      const url = `https://sqs.${values.region}.amazonaws.com/${values.accountId}/${nameArgument(values)}`;
      return { url, id: url };
    },
  }),
  aws_sqs_queue_policy: policyFor((values) => queueArn(values.text('queue_url'))),
  aws_sns_topic: holder({
    kind: 'topic',
    arn: regional('sns'),
    policyArgument: 'policy',
    attributes: (values) => ({ id: regional('sns')(values) }),
  }),
  aws_sns_topic_policy: policyFor((values) => values.text('arn')),
  aws_secretsmanager_secret: holder({
    kind: 'secret',
    arn: secretArn,
    policyArgument: 'policy',
    attributes: (values) => ({ id: secretArn(values) }),
  }),
  aws_secretsmanager_secret_policy: policyFor((values) => values.text('secret_arn')),
  aws_ecr_repository: holder({ kind: 'repository', arn: regional('ecr', 'repository/') }),
  aws_ecr_repository_policy: policyFor(
    (values) => `arn:aws:ecr:${values.region}:${values.accountId}:repository/${values.text('repository')}`,
  ),
  aws_dynamodb_table: holder({ kind: 'table', arn: regional('dynamodb', 'table/') }),
  aws_dynamodb_resource_policy: policyFor((values) => values.text('resource_arn')),
  aws_cloudwatch_event_bus: holder({ kind: 'event-bus', arn: regional('events', 'event-bus/') }),
  aws_cloudwatch_event_bus_policy: policyFor(
    (values) =>
      `arn:aws:events:${values.region}:${values.accountId}:event-bus/${values.optional('event_bus_name') ?? 'default'}`,
  ),
  aws_cloudwatch_log_destination: holder({ kind: 'log-destination', arn: regional('logs', 'destination:') }),
  aws_cloudwatch_log_destination_policy: policyFor(
    (values) => `arn:aws:logs:${values.region}:${values.accountId}:destination:${values.text('destination_name')}`,
    'access_policy',
  ),
  aws_backup_vault: holder({ kind: 'backup-vault', arn: regional('backup', 'backup-vault:') }),
  aws_backup_vault_policy: policyFor(
    (values) => `arn:aws:backup:${values.region}:${values.accountId}:backup-vault:${values.text('backup_vault_name')}`,
  ),
  aws_oam_sink: holder({ kind: 'sink', arn: sinkArn, attributes: (values) => ({ id: sinkArn(values) }) }),
  aws_oam_sink_policy: policyFor((values) => values.text('sink_identifier')),
  aws_cloudwatch_log_group: holder({ kind: 'log-group', arn: regional('logs', 'log-group:') }),
  aws_cloudtrail: holder({ kind: 'trail', arn: regional('cloudtrail', 'trail/') }),
  aws_kinesis_firehose_delivery_stream: holder({
    kind: 'delivery-stream',
    arn: regional('firehose', 'deliverystream/'),
  }),
  aws_lambda_function: holder({
    kind: 'function',
    arn: (values) => `arn:aws:lambda:${values.region}:${values.accountId}:function:${values.text('function_name')}`,
    name: (values) => values.text('function_name'),
    attributes: (values) => ({ function_name: values.text('function_name') }),
  }),
};
