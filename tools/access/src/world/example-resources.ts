import { policyOf } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { Account, Resource } from './world.ts';

/** Where an example stands. */
interface Spot {
  readonly accountId: string;
  readonly region: string;
}

type ArnOf = (spot: Spot) => string;

const regional =
  (service: string, resource: string): ArnOf =>
  ({ accountId, region }) =>
    `arn:aws:${service}:${region}:${accountId}:${resource}`;

const global =
  (service: string, resource: string): ArnOf =>
  ({ accountId }) =>
    `arn:aws:${service}::${accountId}:${resource}`;

/**
 * One example of each kind in each account: what people could build there, in whatever account, is asked about before
 * anybody has built it.
 */
const exampleArns: Readonly<Record<string, ArnOf>> = {
  account: () => '*',
  'account-settings': global('account', 'account'),
  alarm: regional('cloudwatch', 'alarm:example'),
  'billing-view': global('billing', 'billingview/primary'),
  analyzer: regional('access-analyzer', 'analyzer/example'),
  bucket: ({ accountId }) => `arn:aws:s3:::example-${accountId}`,
  'build-project': regional('codebuild', 'project/example'),
  budget: global('budgets', 'budget/example'),
  certificate: regional('acm', 'certificate/example'),
  'container-service': regional('ecs', 'service/example/example'),
  cluster: regional('ecs', 'cluster/example'),
  database: regional('rds', 'db:example'),
  'database-snapshot': regional('rds', 'snapshot:example'),
  detector: regional('guardduty', 'detector/0123456789abcdef0123456789abcdef'),
  function: regional('lambda', 'function:example'),
  group: global('iam', 'group/example'),
  handshake: global('organizations', 'handshake/o-stranger000/invite/h-0123456789'),
  'hosted-zone': () => 'arn:aws:route53:::hostedzone/Z0123456789EXAMPLE',
  image: ({ region }) => `arn:aws:ec2:${region}::image/ami-0123456789abcdef0`,
  instance: regional('ec2', 'instance/i-0123456789abcdef0'),
  key: regional('kms', 'key/01234567-89ab-cdef-0123-456789abcdef'),
  link: regional('oam', 'link/01234567-89ab-cdef-0123-456789abcdef'),
  'log-group': regional('logs', 'log-group:example'),
  'log-stream': regional('logs', 'log-group:example:log-stream:example'),
  object: ({ accountId }) => `arn:aws:s3:::example-${accountId}/example`,
  parameter: regional('ssm', 'parameter/example'),
  pipeline: regional('codepipeline', 'example'),
  policy: global('iam', 'policy/example'),
  'platform-policy': global('iam', 'policy/bulkhead/example'),
  queue: regional('sqs', 'example'),
  quota: regional('servicequotas', 'ec2/L-1216C47A'),
  recorder: regional('config', 'configuration-recorder/default/0123456789abcdef'),
  repository: regional('ecr', 'repository/example'),
  role: global('iam', 'role/example'),
  'platform-role': global('iam', 'role/bulkhead/example'),
  'service-linked-role': global('iam', 'role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'),
  'identity-provider': global('iam', 'oidc-provider/issuer.example'),
  'cluster-provider': global('iam', 'oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF'),
  directory: global('iam', 'saml-provider/example'),
  'second-factor': global('iam', 'mfa/example'),
  'quota-role': global('iam', 'role/aws-service-role/servicequotas.amazonaws.com/AWSServiceRoleForServiceQuotas'),
  'routing-control': global(
    'route53-recovery-control',
    'controlpanel/0123456789abcdef/routingcontrol/0123456789abcdef',
  ),
  secret: regional('secretsmanager', 'secret:example-AbCdEf'),
  'security-group': regional('ec2', 'security-group/sg-0123456789abcdef0'),
  snapshot: ({ region }) => `arn:aws:ec2:${region}::snapshot/snap-0123456789abcdef0`,
  stream: regional('kinesis', 'stream/example'),
  subnet: regional('ec2', 'subnet/subnet-0123456789abcdef0'),
  table: regional('dynamodb', 'table/example'),
  topic: regional('sns', 'example'),
  trail: regional('cloudtrail', 'trail/example'),
  user: global('iam', 'user/example'),
  person: global('iam', 'user/people/example'),
  task: regional('ecs', 'task/example/0123456789abcdef0123456789abcdef'),
  'task-definition': regional('ecs', 'task-definition/example:1'),
  'telemetry-role': global('iam', 'role/telemetry/example'),
  'delivery-stream': regional('firehose', 'deliverystream/example'),
  workgroup: regional('athena', 'workgroup/example'),
  'catalog-table': regional('glue', 'table/example/example'),
  'workload-role': global('iam', 'role/workload/example'),
  vpc: regional('ec2', 'vpc/vpc-0123456789abcdef0'),
};

/** Kinds of which every account has an example. */
export const exampleKinds: readonly string[] = Object.keys(exampleArns);

/** The examples of an account, in its home Region. */
export function exampleResources(account: Account): readonly Resource[] {
  const spot = { accountId: account.id, region: account.regions[0] ?? 'us-east-1' };
  return Object.entries(exampleArns).map(([kind, arnOf]) => ({
    ...{ arn: arnOf(spot), kind, account, example: true },
    policies: kind === 'key' ? [defaultKeyPolicy(account.id)] : [],
    name: kind === 'account' ? account.name : `${account.name}/any-${kind}`,
  }));
}

/** The policy that a key gets whose maker writes none. Source: AWS KMS Developer Guide, default key policy. */
const defaultKeyPolicy = (accountId: string): Policy =>
  policyOf(
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: 'kms:*', Resource: '*' },
    { stack: 'aws', address: 'default key policy', attribute: 'policy' },
  );
