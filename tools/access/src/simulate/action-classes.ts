/**
 * What people mean when they say what somebody may do. Each class is asked about through representative actions: the
 * ones that matter in the services that organizations use most.
 */
export type ActionClass =
  | 'administer-resource'
  | 'read-config'
  | 'read-data'
  | 'write-data'
  | 'delete-data'
  | 'iam'
  | 'network'
  | 'telemetry'
  | 'billing';

/** Actions by the kind of resource that they are about; `account` for those that are about no resource. */
type Actions = Readonly<Record<string, readonly string[]>>;

export const actionClasses: Readonly<Record<ActionClass, Actions>> = {
  'administer-resource': {
    instance: ['ec2:RunInstances', 'ec2:StartInstances', 'ec2:TerminateInstances'],
    function: ['lambda:CreateFunction', 'lambda:UpdateFunctionCode'],
    cluster: ['ecs:CreateCluster'],
    database: ['rds:CreateDBInstance', 'rds:ModifyDBInstance'],
    table: ['dynamodb:CreateTable', 'dynamodb:UpdateTable'],
    queue: ['sqs:CreateQueue', 'sqs:SetQueueAttributes'],
    topic: ['sns:CreateTopic', 'sns:SetTopicAttributes'],
    stream: ['kinesis:CreateStream'],
    bucket: ['s3:CreateBucket', 's3:PutBucketPolicy'],
    key: ['kms:PutKeyPolicy', 'kms:CreateGrant'],
    repository: ['ecr:CreateRepository', 'ecr:SetRepositoryPolicy'],
    secret: ['secretsmanager:CreateSecret', 'secretsmanager:PutResourcePolicy'],
    snapshot: ['ec2:ModifySnapshotAttribute'],
    image: ['ec2:ModifyImageAttribute'],
  },
  'read-config': {
    account: ['ec2:DescribeInstances', 'cloudtrail:LookupEvents'],
    function: ['lambda:GetFunctionConfiguration'],
    table: ['dynamodb:DescribeTable'],
    queue: ['sqs:GetQueueAttributes'],
    bucket: ['s3:GetBucketPolicy'],
    key: ['kms:DescribeKey'],
    role: ['iam:GetRole'],
    trail: ['cloudtrail:GetTrailStatus'],
  },
  'read-data': {
    object: ['s3:GetObject'],
    bucket: ['s3:ListBucket'],
    table: ['dynamodb:GetItem', 'dynamodb:Scan'],
    queue: ['sqs:ReceiveMessage'],
    stream: ['kinesis:GetRecords'],
    secret: ['secretsmanager:GetSecretValue'],
    parameter: ['ssm:GetParameter'],
    key: ['kms:Decrypt'],
    repository: ['ecr:BatchGetImage'],
    snapshot: ['ebs:GetSnapshotBlock'],
    'log-stream': ['logs:GetLogEvents'],
  },
  'write-data': {
    object: ['s3:PutObject'],
    table: ['dynamodb:PutItem'],
    queue: ['sqs:SendMessage'],
    topic: ['sns:Publish'],
    stream: ['kinesis:PutRecord'],
    secret: ['secretsmanager:PutSecretValue'],
    parameter: ['ssm:PutParameter'],
    key: ['kms:GenerateDataKey'],
    repository: ['ecr:PutImage'],
  },
  'delete-data': {
    object: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention', 's3:PutObjectRetention'],
    bucket: ['s3:DeleteBucket', 's3:PutLifecycleConfiguration', 's3:PutBucketObjectLockConfiguration'],
    table: ['dynamodb:DeleteItem', 'dynamodb:DeleteTable'],
    queue: ['sqs:PurgeQueue', 'sqs:DeleteQueue'],
    database: ['rds:DeleteDBInstance'],
    secret: ['secretsmanager:DeleteSecret'],
    key: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
    repository: ['ecr:BatchDeleteImage'],
  },
  iam: {
    role: ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy', 'iam:PassRole', 'iam:DeleteRole'],
    user: ['iam:CreateUser', 'iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:AttachUserPolicy'],
    group: ['iam:AddUserToGroup', 'iam:PutGroupPolicy'],
    'permission-set': ['sso:PutInlinePolicyToPermissionSet', 'sso:CreateAccountAssignment'],
    'directory-group': ['identitystore:CreateGroupMembership'],
    policy: ['iam:CreatePolicy', 'iam:CreatePolicyVersion'],
    account: ['iam:UpdateAccountPasswordPolicy'],
  },
  network: {
    vpc: ['ec2:CreateVpc', 'ec2:DeleteVpc', 'ec2:CreateVpcPeeringConnection'],
    'security-group': ['ec2:AuthorizeSecurityGroupIngress'],
    subnet: ['ec2:CreateSubnet'],
    'hosted-zone': ['route53:ChangeResourceRecordSets'],
  },
  telemetry: {
    trail: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
    detector: ['guardduty:DeleteDetector'],
    'log-group': ['logs:DeleteLogGroup', 'logs:PutSubscriptionFilter'],
    link: ['oam:DeleteLink'],
    sink: ['oam:PutSinkPolicy', 'oam:DeleteSink'],
    alarm: ['cloudwatch:DeleteAlarms'],
    recorder: ['config:StopConfigurationRecorder'],
    account: ['s3:PutAccountPublicAccessBlock'],
  },
  billing: {
    account: ['organizations:LeaveOrganization'],
    'billing-view': ['ce:GetCostAndUsage'],
    quota: ['servicequotas:RequestServiceQuotaIncrease'],
    budget: ['budgets:ModifyBudget'],
  },
};

/** All classes, in the order in which people read them. */
export const classNames = Object.keys(actionClasses) as readonly ActionClass[];

/** The actions of a class that are about resources of a kind. */
export const actionsOn = (kind: string, name: ActionClass): readonly string[] => actionClasses[name][kind] ?? [];
