const role = 'arn:aws:iam::111122223333:role/bulkhead/x';
const agent = 'arn:aws:iam::111122223333:role/telemetry/agent';
const workload = 'arn:aws:iam::111122223333:role/workload/x';
const user = 'arn:aws:iam::111122223333:user/people/x';
const issuer = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const key = 'arn:aws:kms:eu-west-1:111122223333:key/x';
const bucket = 'arn:aws:s3:::example-shared-services-archive-111122223333';

/** What Terraform calls to create, read and change a resource: actions, and what they are called on. */
export interface TerraformCalls {
  /** Without the service where it is the same for all. */
  readonly actions: readonly string[];
  /** Default: everything. */
  readonly on?: readonly string[];
}

const calls = (service: string, actions: string, on?: readonly string[]): TerraformCalls => ({
  actions: actions.split(' ').map((action) => `${service}:${action}`),
  ...(on && { on }),
});

/**
 * By type of resource. Source: Service Authorization Reference, read beside the resources of the AWS provider.
 *
 * What stands in the management account is not here: no service control policy binds it.
 */
export const terraformCalls: Readonly<Record<string, TerraformCalls>> = {
  aws_accessanalyzer_analyzer: calls('access-analyzer', 'CreateAnalyzer GetAnalyzer UpdateAnalyzer TagResource'),
  aws_athena_workgroup: calls('athena', 'CreateWorkGroup GetWorkGroup UpdateWorkGroup TagResource'),
  aws_backup_plan: calls('backup', 'CreateBackupPlan GetBackupPlan UpdateBackupPlan TagResource'),
  aws_backup_region_settings: calls('backup', 'DescribeRegionSettings UpdateRegionSettings'),
  aws_backup_selection: {
    actions: [
      'backup:CreateBackupSelection',
      'backup:GetBackupSelection',
      'backup:DeleteBackupSelection',
      'iam:PassRole',
    ],
  },
  aws_backup_vault: calls('backup', 'CreateBackupVault DescribeBackupVault TagResource'),
  aws_backup_vault_lock_configuration: calls('backup', 'PutBackupVaultLockConfiguration DescribeBackupVault'),
  aws_backup_vault_policy: calls('backup', 'PutBackupVaultAccessPolicy GetBackupVaultAccessPolicy'),
  aws_cloudtrail: calls(
    'cloudtrail',
    'CreateTrail StartLogging PutEventSelectors UpdateTrail DescribeTrails GetTrailStatus AddTags',
  ),
  aws_cloudwatch_log_account_policy: calls('logs', 'PutAccountPolicy DescribeAccountPolicies PutSubscriptionFilter'),
  aws_cloudwatch_log_destination: calls('logs', 'PutDestination DescribeDestinations TagResource'),
  aws_cloudwatch_log_destination_policy: calls('logs', 'PutDestinationPolicy DescribeDestinations'),
  aws_cloudwatch_log_group: calls('logs', 'CreateLogGroup PutRetentionPolicy DescribeLogGroups AssociateKmsKey'),
  aws_cloudwatch_log_metric_filter: calls('logs', 'PutMetricFilter DescribeMetricFilters DeleteMetricFilter'),
  aws_cloudwatch_metric_alarm: calls('cloudwatch', 'PutMetricAlarm DescribeAlarms DeleteAlarms TagResource'),
  aws_config_configuration_aggregator: calls('config', 'PutConfigurationAggregator DescribeConfigurationAggregators'),
  aws_config_configuration_recorder: calls('config', 'PutConfigurationRecorder DescribeConfigurationRecorders'),
  aws_config_configuration_recorder_status: calls('config', 'StartConfigurationRecorder StopConfigurationRecorder'),
  aws_config_delivery_channel: calls('config', 'PutDeliveryChannel DescribeDeliveryChannels'),
  aws_config_organization_managed_rule: calls(
    'config',
    'PutOrganizationConfigRule DescribeOrganizationConfigRules DescribeOrganizationConfigRuleStatuses',
  ),
  aws_dynamodb_table: calls(
    'dynamodb',
    'CreateTable DescribeTable UpdateTable UpdateContinuousBackups DescribeContinuousBackups DescribeTimeToLive TagResource',
  ),
  aws_ebs_encryption_by_default: calls('ec2', 'EnableEbsEncryptionByDefault GetEbsEncryptionByDefault'),
  aws_ecr_lifecycle_policy: calls('ecr', 'PutLifecyclePolicy GetLifecyclePolicy'),
  aws_ecr_replication_configuration: {
    actions: ['ecr:PutReplicationConfiguration', 'ecr:DescribeRegistry', 'iam:CreateServiceLinkedRole'],
  },
  aws_ecr_repository: calls('ecr', 'CreateRepository DescribeRepositories PutImageTagMutability TagResource'),
  aws_ecr_repository_policy: calls('ecr', 'SetRepositoryPolicy GetRepositoryPolicy'),
  aws_glue_catalog_database: calls('glue', 'CreateDatabase GetDatabase UpdateDatabase'),
  aws_glue_catalog_table: calls('glue', 'CreateTable GetTable UpdateTable'),
  aws_guardduty_detector: calls('guardduty', 'CreateDetector GetDetector UpdateDetector TagResource'),
  aws_guardduty_organization_configuration: calls(
    'guardduty',
    'UpdateOrganizationConfiguration DescribeOrganizationConfiguration',
  ),
  aws_iam_account_password_policy: calls('iam', 'UpdateAccountPasswordPolicy GetAccountPasswordPolicy'),
  aws_iam_group: calls('iam', 'CreateGroup GetGroup UpdateGroup'),
  aws_iam_group_policy: calls('iam', 'PutGroupPolicy GetGroupPolicy'),
  aws_iam_instance_profile: calls('iam', 'CreateInstanceProfile AddRoleToInstanceProfile PassRole', [agent, workload]),
  aws_iam_openid_connect_provider: calls(
    'iam',
    'CreateOpenIDConnectProvider GetOpenIDConnectProvider AddClientIDToOpenIDConnectProvider',
    [issuer],
  ),
  aws_iam_policy: calls(
    'iam',
    'CreatePolicy CreatePolicyVersion DeletePolicyVersion GetPolicy ListPolicyVersions TagPolicy',
    ['arn:aws:iam::111122223333:policy/bulkhead/boundary'],
  ),
  aws_iam_role: calls(
    'iam',
    'CreateRole GetRole TagRole UpdateRole UpdateAssumeRolePolicy PassRole ListRolePolicies ListAttachedRolePolicies',
    [role, agent, workload],
  ),
  aws_iam_role_policy: calls('iam', 'PutRolePolicy GetRolePolicy DeleteRolePolicy', [role, agent, workload]),
  aws_iam_role_policy_attachment: calls('iam', 'AttachRolePolicy DetachRolePolicy', [role, agent, workload]),
  aws_iam_user: calls('iam', 'CreateUser GetUser TagUser UpdateUser DeleteUser', [user]),
  aws_iam_user_group_membership: calls('iam', 'AddUserToGroup RemoveUserFromGroup ListGroupsForUser', [user]),
  aws_iam_user_policy: calls('iam', 'PutUserPolicy GetUserPolicy DeleteUserPolicy', [user]),
  aws_identitystore_group: calls('identitystore', 'CreateGroup DescribeGroup UpdateGroup'),
  aws_identitystore_group_membership: calls('identitystore', 'CreateGroupMembership DescribeGroupMembership'),
  aws_identitystore_user: calls('identitystore', 'CreateUser DescribeUser UpdateUser DeleteUser'),
  aws_kinesis_firehose_delivery_stream: calls(
    'firehose',
    'CreateDeliveryStream DescribeDeliveryStream UpdateDestination TagDeliveryStream StartDeliveryStreamEncryption',
  ),
  aws_kms_alias: calls('kms', 'CreateAlias ListAliases', [key]),
  aws_kms_key: calls('kms', 'CreateKey DescribeKey EnableKeyRotation GetKeyPolicy TagResource', [key]),
  aws_oam_link: {
    actions: ['oam:CreateLink', 'oam:GetLink', 'oam:UpdateLink', 'cloudwatch:Link', 'logs:Link', 'xray:Link'],
  },
  aws_oam_sink: calls('oam', 'CreateSink GetSink TagResource'),
  aws_oam_sink_policy: calls('oam', 'PutSinkPolicy GetSinkPolicy'),
  aws_route53_resolver_query_log_config: calls(
    'route53resolver',
    'CreateResolverQueryLogConfig GetResolverQueryLogConfig TagResource',
  ),
  aws_s3_account_public_access_block: calls('s3', 'PutAccountPublicAccessBlock GetAccountPublicAccessBlock'),
  aws_s3_bucket: calls('s3', 'CreateBucket GetBucketTagging PutBucketTagging ListBucket', [bucket]),
  aws_s3_bucket_lifecycle_configuration: calls('s3', 'PutLifecycleConfiguration GetLifecycleConfiguration', [bucket]),
  aws_s3_bucket_logging: calls('s3', 'PutBucketLogging GetBucketLogging', [bucket]),
  aws_s3_bucket_object_lock_configuration: calls('s3', 'PutBucketObjectLockConfiguration', [bucket]),
  aws_s3_bucket_ownership_controls: calls('s3', 'PutBucketOwnershipControls GetBucketOwnershipControls', [bucket]),
  aws_s3_bucket_policy: calls('s3', 'PutBucketPolicy GetBucketPolicy', [bucket]),
  aws_s3_bucket_public_access_block: calls('s3', 'PutBucketPublicAccessBlock GetBucketPublicAccessBlock', [bucket]),
  aws_s3_bucket_server_side_encryption_configuration: calls('s3', 'PutEncryptionConfiguration', [bucket]),
  aws_s3_bucket_versioning: calls('s3', 'PutBucketVersioning GetBucketVersioning', [bucket]),
  aws_securityhub_account: calls('securityhub', 'EnableSecurityHub DescribeHub'),
  aws_securityhub_finding_aggregator: calls('securityhub', 'CreateFindingAggregator GetFindingAggregator'),
  aws_securityhub_organization_configuration: calls(
    'securityhub',
    'UpdateOrganizationConfiguration DescribeOrganizationConfiguration',
  ),
  aws_sns_topic: calls('sns', 'CreateTopic SetTopicAttributes GetTopicAttributes TagResource'),
  aws_sns_topic_policy: calls('sns', 'SetTopicAttributes GetTopicAttributes'),
  aws_sns_topic_subscription: calls('sns', 'Subscribe GetSubscriptionAttributes'),
  aws_sqs_queue: calls('sqs', 'CreateQueue GetQueueAttributes SetQueueAttributes TagQueue'),
  aws_sqs_queue_policy: calls('sqs', 'SetQueueAttributes GetQueueAttributes'),
  aws_ssm_parameter: calls('ssm', 'PutParameter GetParameter AddTagsToResource'),
  aws_ssoadmin_account_assignment: calls('sso', 'CreateAccountAssignment DeleteAccountAssignment'),
  aws_ssoadmin_permission_set: calls('sso', 'CreatePermissionSet DescribePermissionSet ProvisionPermissionSet'),
  aws_ssoadmin_permission_set_inline_policy: calls('sso', 'PutInlinePolicyToPermissionSet'),
};
