import { type Blocks, allow, ids, lock, policy, smallOrganization } from '../small-organization.fixture.ts';
import { parseTerraform } from '../terraform/read-terraform.ts';

const open = policy({ ...allow('*'), Principal: '*' });

const policyArns = (dev: Blocks): readonly string[] =>
  parseTerraform(smallOrganization({ dev }), lock).findings.flatMap((each) =>
    each.found === 'resource-policy' ? [each.arn] : [],
  );

const here = `eu-west-1:${ids.dev}`;

test.each<{ type: string; blocks: Blocks; arn: string }>([
  {
    type: 'a bucket policy',
    blocks: {
      'aws_s3_bucket.b': { bucket: 'b' },
      'aws_s3_bucket_policy.b': { bucket: '${aws_s3_bucket.b.id}', policy: open },
    },
    arn: 'arn:aws:s3:::b',
  },
  { type: 'a key with its policy', blocks: { 'aws_kms_key.k': { policy: open } }, arn: `arn:aws:kms:${here}:key/k` },
  {
    type: 'a key policy beside its key',
    blocks: { 'aws_kms_key.k': {}, 'aws_kms_key_policy.k': { key_id: '${aws_kms_key.k.key_id}', policy: open } },
    arn: `arn:aws:kms:${here}:key/k`,
  },
  {
    type: 'a queue with its policy',
    blocks: { 'aws_sqs_queue.q': { name: 'q', policy: open } },
    arn: `arn:aws:sqs:${here}:q`,
  },
  {
    type: 'a queue policy beside its queue',
    blocks: {
      'aws_sqs_queue.q': { name: 'q' },
      'aws_sqs_queue_policy.q': { queue_url: '${aws_sqs_queue.q.url}', policy: open },
    },
    arn: `arn:aws:sqs:${here}:q`,
  },
  {
    type: 'a topic policy',
    blocks: {
      'aws_sns_topic.t': { name: 't' },
      'aws_sns_topic_policy.t': { arn: '${aws_sns_topic.t.arn}', policy: open },
    },
    arn: `arn:aws:sns:${here}:t`,
  },
  {
    type: 'a secret policy',
    blocks: {
      'aws_secretsmanager_secret.s': { name: 's' },
      'aws_secretsmanager_secret_policy.s': { secret_arn: '${aws_secretsmanager_secret.s.arn}', policy: open },
    },
    arn: `arn:aws:secretsmanager:${here}:secret:s-AbCdEf`,
  },
  {
    type: 'a repository policy',
    blocks: {
      'aws_ecr_repository.r': { name: 'r' },
      'aws_ecr_repository_policy.r': { repository: '${aws_ecr_repository.r.name}', policy: open },
    },
    arn: `arn:aws:ecr:${here}:repository/r`,
  },
  {
    type: 'a table policy',
    blocks: {
      'aws_dynamodb_table.t': { name: 't' },
      'aws_dynamodb_resource_policy.t': { resource_arn: '${aws_dynamodb_table.t.arn}', policy: open },
    },
    arn: `arn:aws:dynamodb:${here}:table/t`,
  },
  {
    type: 'a policy of the default event bus',
    blocks: { 'aws_cloudwatch_event_bus_policy.b': { policy: open } },
    arn: `arn:aws:events:${here}:event-bus/default`,
  },
  {
    type: 'a policy of a log destination',
    blocks: { 'aws_cloudwatch_log_destination_policy.d': { destination_name: 'd', access_policy: open } },
    arn: `arn:aws:logs:${here}:destination:d`,
  },
  {
    type: 'a policy of a backup vault',
    blocks: {
      'aws_backup_vault.v': { name: 'v' },
      'aws_backup_vault_policy.v': { backup_vault_name: '${aws_backup_vault.v.name}', policy: open },
    },
    arn: `arn:aws:backup:${here}:backup-vault:v`,
  },
  {
    type: 'a sink policy',
    blocks: {
      'aws_oam_sink.s': { name: 's' },
      'aws_oam_sink_policy.s': { sink_identifier: '${aws_oam_sink.s.arn}', policy: open },
    },
    arn: `arn:aws:oam:${here}:sink/s`,
  },
])('$type is a policy on what it is written for', ({ blocks, arn }) => {
  expect(policyArns(blocks)).toEqual([arn]);
});

test("the organization's policy is on all that the organization keeps", () => {
  const organization: Blocks = { 'aws_organizations_resource_policy.p': { content: open } };
  const { findings } = parseTerraform(smallOrganization({ organization }), lock);
  expect(findings.flatMap((each) => (each.found === 'resource-policy' ? [each.arn] : []))).toEqual([
    'organization',
    `arn:aws:organizations::${ids.management}:*`,
  ]);
});
