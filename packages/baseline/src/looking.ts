import type { PolicyStatement } from './policy-json.ts';

export interface Looking {
  /** Whether what machines are told at their start may be read too; passwords are left there. */
  readonly userData: boolean;
}

/** What there is and how it does: settings, metrics, findings, and no contents. */
export function lookingStatements({ userData }: Looking): readonly PolicyStatement[] {
  return [
    {
      Sid: 'Look',
      Effect: 'Allow',
      Action: [
        ...every('access-analyzer', 'Get*', 'List*'),
        ...every('application-autoscaling', 'Describe*'),
        ...every('autoscaling', 'Describe*'),
        ...every('backup', 'Describe*', 'List*'),
        ...every('cloudtrail', 'Describe*', 'GetEventSelectors', 'GetTrailStatus', 'LookupEvents'),
        ...every('cloudwatch', 'Describe*', 'Get*', 'List*'),
        // not what Config recorded of a resource: of a build it has the values of the environment
        ...every('config', 'Describe*', 'GetCompliance*', 'GetDiscoveredResourceCounts', 'List*'),
        ...every('dynamodb', 'Describe*', 'List*'),
        ...every('ec2', 'Describe*'),
        ...every('ecr', 'Describe*', 'List*'),
        // not definitions of tasks, nor functions: they have the values of the environment
        ...every('ecs', 'DescribeClusters', 'DescribeServices', 'List*'),
        ...every('eks', 'Describe*', 'List*'),
        ...every('elasticache', 'Describe*', 'List*'),
        ...every('elasticloadbalancing', 'Describe*'),
        ...every('events', 'Describe*', 'List*'),
        ...every('firehose', 'Describe*', 'List*'),
        ...every('guardduty', 'Get*', 'List*'),
        ...every('iam', 'Get*', 'List*'),
        ...every('kinesis', 'Describe*', 'List*'),
        ...every('kms', 'DescribeKey', 'GetKeyPolicy', 'GetKeyRotationStatus', 'List*'),
        ...every('lambda', 'GetPolicy', 'ListAliases', 'ListEventSourceMappings', 'ListTags'),
        ...every('logs', 'Describe*'),
        ...every('rds', 'Describe*', 'List*'),
        ...every('route53', 'Get*', 'List*'),
        ...every('route53resolver', 'Get*', 'List*'),
        ...every('s3', 'GetAccountPublicAccessBlock', 'GetBucket*', 'GetEncryptionConfiguration', 'ListAllMyBuckets'),
        ...every('secretsmanager', 'DescribeSecret', 'GetResourcePolicy', 'ListSecrets'),
        ...every('securityhub', 'Describe*', 'Get*', 'List*'),
        ...every('servicequotas', 'Get*', 'List*'),
        ...every('sns', 'Get*', 'List*'),
        ...every('sqs', 'GetQueueAttributes', 'GetQueueUrl', 'List*'),
        // not executions: they have what went in and came out
        ...every('states', 'DescribeStateMachine', 'ListExecutions', 'ListStateMachines'),
        ...every('tag', 'Get*'),
      ],
      Resource: '*',
    },
    ...(userData
      ? []
      : [
          {
            // both show it
            Sid: 'UserData',
            Effect: 'Deny',
            Action: every('ec2', 'DescribeInstanceAttribute', 'DescribeLaunchTemplateVersions'),
            Resource: '*',
          } as const,
        ]),
  ];
}

const every = (service: string, ...actions: readonly string[]) => actions.map((action) => `${service}:${action}`);
