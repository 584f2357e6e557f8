import { PlatformRole, type PolicyStatement } from '@bulkhead/baseline';
import type { Construct } from 'constructs';

export interface DeliveryUserRoleProps {
  /** Whose people watch. */
  readonly trust: readonly PolicyStatement[];
}

const each = (service: string, ...actions: readonly string[]) => actions.map((action) => `${service}:${action}`);

/**
 * For people who use what delivers: they watch it run and read its logs, and don't reach into it.
 *
 * What a job prints stands in its log: a secret that it prints can be read here.
 */
export class DeliveryUserRole extends PlatformRole {
  constructor(scope: Construct, id: string, { trust }: DeliveryUserRoleProps) {
    super(scope, id, {
      name: 'delivery-user',
      description: 'watches what delivers and reads its logs',
      trust,
      permissions: [
        { Sid: 'Watch', Effect: 'Allow', Action: watching, Resource: '*' },
        { Sid: 'OutOfReach', Effect: 'Deny', Action: outOfReach, Resource: '*' },
      ],
    });
  }
}

/** Left out is what shows the environment of a build or a container: BatchGetBuilds, DescribeTaskDefinition, DescribeTasks. */
const watching = [
  ...each('cloudwatch', 'Describe*', 'Get*', 'List*'),
  ...each('logs', 'Describe*', 'FilterLogEvents', 'GetLogEvents', 'GetQueryResults', 'StartQuery', 'StopQuery'),
  ...each('codebuild', 'List*'),
  ...each('codepipeline', 'GetPipelineExecution', 'GetPipelineState', 'List*'),
  ...each('ecs', 'DescribeClusters', 'DescribeServices', 'List*'),
  ...each('ec2', 'DescribeInstanceStatus', 'DescribeInstances'),
  ...each('ecr', 'DescribeImages', 'DescribeImageScanFindings', 'DescribeRepositories', 'ListImages'),
  ...each('tag', 'GetResources'),
];

/** Denied too, so that no other policy of the account gives it: a bucket's, a repository's, one that somebody attaches. */
const outOfReach = [
  // artifacts and images
  ...each('s3', 'GetObject*'),
  ...each('ecr', 'BatchGetImage', 'GetDownloadUrlForLayer'),
  ...each('codepipeline', 'GetJobDetails', 'GetThirdPartyJobDetails', 'PollForJobs'),
  // secrets, and what keys protect
  ...each('secretsmanager', 'BatchGetSecretValue', 'GetSecretValue'),
  ...each('ssm', 'GetParameter*'),
  ...each('kms', 'Decrypt'),
  // values in environments
  ...each('codebuild', 'BatchGetBuild*', 'BatchGetProjects'),
  ...each('ecs', 'DescribeTaskDefinition', 'DescribeTasks'),
  ...each('ec2', 'DescribeInstanceAttribute', 'DescribeLaunchTemplateVersions'),
  ...each('lambda', 'GetFunction*', 'ListFunctions'),
  // shells and consoles
  ...each('ec2', 'GetConsole*', 'GetPasswordData'),
  ...each('ec2-instance-connect', '*'),
  ...each('ecs', 'ExecuteCommand'),
  ...each('ssm', 'ResumeSession', 'SendCommand', 'StartAutomationExecution', 'StartSession'),
  // pipelines and runners
  ...each('codebuild', 'Create*', 'Delete*', 'Import*', 'Invalidate*', 'Put*', 'Retry*', 'Start*', 'Stop*', 'Update*'),
  ...each('codepipeline', 'Create*', 'Delete*', 'Put*', 'Retry*', 'Start*', 'Stop*', 'Update*'),
  ...each('ecs', 'Create*', 'Delete*', 'Register*', 'RunTask', 'Start*', 'Stop*', 'Update*'),
  ...each('ec2', 'Create*', 'Modify*', 'Reboot*', 'Run*', 'Start*', 'Stop*', 'Terminate*'),
  ...each('lambda', 'Create*', 'Invoke*', 'Publish*', 'Update*'),
  // other roles
  ...each('iam', 'PassRole'),
  ...each('sts', 'AssumeRole*'),
];
