const reads = (service: string, ...verbs: readonly string[]) => verbs.map((verb) => `${service}:${verb}`);

/**
 * What Terraform reads when it refreshes: settings, by service. A unit's own constructs of a service that is missing
 * here need it added.
 *
 * A verb with a wildcard stands only where every action that it covers reads settings, or where `dataReads` takes the
 * others away. `lambda:GetFunction` shows a link to the code: there is no refresh of a function without it.
 */
export const settingReads: readonly string[] = [
  ...reads('access-analyzer', 'Get*', 'List*'),
  ...reads('account', 'Get*', 'List*'),
  ...reads('acm', 'Describe*', 'List*'),
  ...reads('application-autoscaling', 'Describe*', 'List*'),
  ...reads('athena', 'GetDataCatalog', 'GetNamedQuery', 'GetWorkGroup', 'List*'),
  ...reads('autoscaling', 'Describe*'),
  ...reads('backup', 'Describe*', 'Get*', 'List*'),
  ...reads('bcm-data-exports', 'Get*', 'List*'),
  ...reads('cloudfront', 'Describe*', 'Get*', 'List*'),
  ...reads('cloudtrail', 'Describe*', 'GetEventSelectors', 'GetInsightSelectors', 'GetTrail*', 'List*'),
  ...reads('cloudwatch', 'Describe*', 'GetDashboard', 'GetMetricStream', 'List*'),
  ...reads('config', 'Describe*', 'List*'),
  ...reads('dynamodb', 'Describe*', 'GetResourcePolicy', 'List*'),
  ...reads('ec2', 'Describe*', 'Get*'),
  ...reads('ecr', 'Describe*', 'GetLifecyclePolicy', 'GetRegistry*', 'GetRepositoryPolicy', 'List*'),
  ...reads('ecs', 'Describe*', 'List*'),
  ...reads('eks', 'Describe*', 'List*'),
  ...reads('elasticache', 'Describe*', 'List*'),
  ...reads('elasticfilesystem', 'Describe*', 'List*'),
  ...reads('elasticloadbalancing', 'Describe*'),
  ...reads('events', 'Describe*', 'List*'),
  ...reads('firehose', 'Describe*', 'List*'),
  ...reads('glue', 'GetDatabase*', 'GetDataCatalog*', 'GetPartition*', 'GetResourcePolic*', 'GetTable*', 'GetTags'),
  ...reads('guardduty', 'Describe*', 'Get*', 'List*'),
  ...reads('iam', 'Get*', 'List*'),
  ...reads('identitystore', 'Describe*', 'GetGroup*', 'GetUserId', 'List*'),
  ...reads('kinesis', 'Describe*', 'List*'),
  ...reads('kms', 'Describe*', 'Get*', 'List*'),
  ...reads('lambda', 'Get*', 'List*'),
  ...reads('logs', 'Describe*', 'GetDataProtectionPolicy', 'GetDelivery*', 'List*'),
  ...reads('oam', 'Get*', 'List*'),
  ...reads('organizations', 'Describe*', 'List*'),
  ...reads('ram', 'Get*', 'List*'),
  ...reads('rds', 'Describe*', 'List*'),
  ...reads('route53', 'Get*', 'List*'),
  ...reads('route53resolver', 'Get*', 'List*'),
  ...reads(
    's3',
    'GetAccelerateConfiguration',
    'GetAccountPublicAccessBlock',
    'GetAnalyticsConfiguration',
    'GetBucket*',
  ),
  ...reads('s3', 'GetEncryptionConfiguration', 'GetIntelligentTieringConfiguration', 'GetInventoryConfiguration'),
  ...reads('s3', 'GetLifecycleConfiguration', 'GetMetricsConfiguration', 'GetReplicationConfiguration'),
  ...reads('s3', 'ListAllMyBuckets', 'ListBucket', 'ListTagsForResource'),
  ...reads('scheduler', 'Get*', 'List*'),
  ...reads('secretsmanager', 'DescribeSecret', 'GetResourcePolicy', 'ListSecrets', 'ListSecretVersionIds'),
  ...reads('securityhub', 'Describe*', 'Get*', 'List*'),
  ...reads('servicequotas', 'Get*', 'List*'),
  ...reads('sns', 'Get*', 'List*'),
  ...reads('sqs', 'GetQueueAttributes', 'GetQueueUrl', 'List*'),
  ...reads('ssm', 'Describe*', 'GetDocument', 'GetMaintenanceWindow', 'GetServiceSetting', 'List*'),
  ...reads('sso', 'Describe*', 'Get*', 'List*'),
  ...reads('states', 'DescribeStateMachine*', 'ListStateMachine*', 'ListTagsForResource'),
  ...reads('tag', 'Get*'),
  ...reads('wafv2', 'Get*', 'List*'),
];

/** Parameters may be secrets; the one with the settings of the CloudWatch agent is the platform's and is none. */
export const settingReadsOfTheBaseline = {
  Action: ['ssm:GetParameter', 'ssm:GetParameters'],
  Resource: 'arn:aws:ssm:*:*:parameter/AmazonCloudWatch-bulkhead',
} as const;

/** What stays denied whoever else allows it, a bucket that trusts its account for instance. */
export const dataReads: readonly string[] = [
  ...reads('athena', 'GetQueryResults*'),
  ...reads('dynamodb', 'BatchGetItem', 'GetItem', 'GetRecords', 'PartiQLSelect', 'Query', 'Scan'),
  ...reads('ec2', 'GetConsole*', 'GetPasswordData'),
  ...reads('ecr', 'BatchGetImage', 'GetDownloadUrlForLayer'),
  ...reads('guardduty', 'GetFindings*'),
  ...reads('kinesis', 'GetRecords'),
  ...reads('kms', 'Decrypt', 'GenerateDataKey*', 'ReEncrypt*'),
  ...reads('logs', 'FilterLogEvents', 'GetLogEvents', 'GetLogRecord', 'GetQueryResults', 'StartQuery'),
  ...reads('s3', 'GetObject*'),
  ...reads('secretsmanager', 'BatchGetSecretValue', 'GetSecretValue'),
  ...reads('securityhub', 'GetFindings*', 'GetInsightResults'),
  ...reads('sqs', 'ReceiveMessage'),
  ...reads('wafv2', 'GetSampledRequests'),
];
