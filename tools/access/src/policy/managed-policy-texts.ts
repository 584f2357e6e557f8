import type { StatementDocument } from './policy.ts';

const allow = (Action: readonly string[], Resource: StatementDocument['Resource'] = '*'): StatementDocument => ({
  ...{ Effect: 'Allow', Action, Resource },
});

/** Whatever its name says that it reads, in every service, data included: more than any policy of AWS that only reads. */
export const broadReads: StatementDocument = allow(
  ['BatchCheck', 'BatchGet', 'Describe', 'Filter', 'Get', 'List', 'Lookup', 'Query', 'Scan', 'Search', 'Select']
    .map((verb) => `*:${verb}*`)
    .concat('*:Head*', '*:Read*', '*:Receive*', '*:View*', 'iam:Generate*', 'iam:Simulate*', 'logs:StartQuery'),
);

/** What the recorder of AWS Config does besides reading. Source: AWS Managed Policy Reference, AWS_ConfigRole. */
export const configRecorderReads: StatementDocument = allow(['config:Put*']);

/**
 * What AWS Backup does as a role that backs up: more than its policies say, which are long and change, and bound what it
 * does to snapshots, images and backups. Source: AWS Managed Policy Reference, AWSBackupServiceRolePolicyForBackup.
 */
const backupWrites: StatementDocument = allow([
  ...['backup:Copy*', 'backup:Start*', 'backup-storage:*', 'dynamodb:*Backup*', 'elasticfilesystem:Backup'],
  ...['ec2:*Image*', 'ec2:*Snapshot*', 'ec2:CreateTags', 'ec2:DeleteTags', 'rds:*Snapshot*', 'rds:*AutomatedBackup*'],
  ...['rds:AddTagsToResource', 'rds:Modify*', 'fsx:*Backup*', 'fsx:*Tag*', 'redshift:*Snapshot*', 'redshift:*Tag*'],
  ...['ssm:CancelCommand', 'ssm:SendCommand', 'ssm-sap:*', 'storagegateway:*', 'timestream:*', 'tag:GetResources'],
  ...['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
]);

/** What AWS Backup does to back buckets up, besides reading. Source: as above, AWSBackupServiceRolePolicyForS3Backup. */
const bucketBackupWrites: StatementDocument = allow([
  ...['s3:PutInventoryConfiguration', 's3:PutBucketNotification', 'kms:Decrypt'],
  ...['events:PutRule', 'events:PutTargets', 'events:DeleteRule', 'events:RemoveTargets'],
  ...['events:EnableRule', 'events:DisableRule'],
]);

/** Policies of AWS whose statements are few. Source: AWS Managed Policy Reference, as of October 2026. */
export const documentedPolicies: Readonly<Record<string, readonly StatementDocument[]>> = {
  'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup': [broadReads, backupWrites],
  'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup': [broadReads, bucketBackupWrites],
  'arn:aws:iam::aws:policy/service-role/AWSConfigRoleForOrganizations': [
    allow([
      'organizations:DescribeOrganization',
      'organizations:ListAccounts',
      'organizations:ListAWSServiceAccessForOrganization',
      'organizations:ListDelegatedAdministrators',
    ]),
  ],
  'arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy': [
    allow(['cloudwatch:PutMetricData', 'ec2:DescribeTags', 'ec2:DescribeVolumes', 'xray:Get*', 'xray:Put*']),
    allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:Describe*', 'logs:Put*']),
    allow(['ssm:GetParameter'], 'arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*'),
  ],
  'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore': [
    allow(['ec2messages:*', 'ssmmessages:*']),
    allow(['ssm:Describe*', 'ssm:Get*', 'ssm:List*', 'ssm:Put*', 'ssm:Update*']),
  ],
};
