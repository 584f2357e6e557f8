import type { PolicyStatement } from './policy-json.ts';

export interface Looking {
  /** Whether what applications log may be read too. */
  readonly logContents: boolean;
}

/** What there is and how it does: settings, metrics, findings, and no contents. */
export function lookingStatements({ logContents }: Looking): readonly PolicyStatement[] {
  return [
    {
      Sid: 'Look',
      Effect: 'Allow',
      Action: [
        ...every('access-analyzer', 'Get*', 'List*'),
        ...every('autoscaling', 'Describe*'),
        ...every('cloudtrail', 'Describe*', 'GetEventSelectors', 'GetTrailStatus', 'LookupEvents'),
        ...every('cloudwatch', 'Describe*', 'Get*', 'List*'),
        // not what Config recorded of a resource: of a build it has the values of the environment
        ...every('config', 'Describe*', 'GetCompliance*', 'GetDiscoveredResourceCounts', 'List*'),
        ...every('ec2', 'Describe*'),
        ...every('guardduty', 'Get*', 'List*'),
        ...every('iam', 'Get*', 'List*'),
        ...every('kms', 'DescribeKey', 'GetKeyPolicy', 'GetKeyRotationStatus', 'List*'),
        ...every('logs', 'Describe*'),
        ...every('s3', 'GetAccountPublicAccessBlock', 'GetBucket*', 'GetEncryptionConfiguration', 'ListAllMyBuckets'),
        ...every('securityhub', 'Describe*', 'Get*', 'List*'),
        ...every('servicequotas', 'Get*', 'List*'),
        ...every('tag', 'Get*'),
      ],
      Resource: '*',
    },
    ...(logContents
      ? [
          {
            Sid: 'Logs',
            Effect: 'Allow',
            Action: every('logs', 'FilterLogEvents', 'GetLogEvents', 'GetQueryResults', 'StartQuery', 'StopQuery'),
            Resource: '*',
          } as const,
        ]
      : []),
    {
      // both show the user data of instances, where passwords are left
      Sid: 'UserData',
      Effect: 'Deny',
      Action: every('ec2', 'DescribeInstanceAttribute', 'DescribeLaunchTemplateVersions'),
      Resource: '*',
    },
  ];
}

const every = (service: string, ...actions: readonly string[]) => actions.map((action) => `${service}:${action}`);
