/** What every account has alike, by the types of Terraform that set it or take something away from it. */
const typesByPart: Readonly<Record<string, readonly string[]>> = {
  telemetry: [
    'aws_cloudtrail',
    'aws_cloudwatch_log_account_policy',
    'aws_config_configuration_recorder',
    'aws_config_configuration_recorder_status',
    'aws_config_delivery_channel',
    'aws_config_retention_configuration',
    'aws_guardduty_detector',
    'aws_guardduty_detector_feature',
    'aws_guardduty_filter',
    'aws_guardduty_ipset',
    'aws_guardduty_publishing_destination',
    'aws_guardduty_threatintelset',
    'aws_oam_link',
    'aws_securityhub_account',
    'aws_securityhub_automation_rule',
    'aws_securityhub_standards_control',
    'aws_securityhub_standards_control_association',
    'aws_securityhub_standards_subscription',
  ],
  guardrails: [
    'aws_account_region',
    'aws_organizations_account',
    'aws_organizations_policy',
    'aws_organizations_policy_attachment',
  ],
  'what the controller does': ['aws_servicequotas_service_quota', 'aws_servicequotas_template'],
  'the settings of accounts': [
    'aws_backup_global_settings',
    'aws_backup_region_settings',
    'aws_ebs_encryption_by_default',
    'aws_iam_account_password_policy',
    'aws_s3_account_public_access_block',
  ],
};

/** The part that a type of Terraform touches, whatever its arguments say. */
export const partOfType: ReadonlyMap<string, string> = new Map(
  Object.entries(typesByPart).flatMap(([part, types]) => types.map((type) => [type, part] as const)),
);

/** Paths of IAM under which the platform's own roles stand. */
export const platformPaths: readonly string[] = ['/bulkhead/', '/telemetry/'];

/** Types that add to a role, or use it, with the argument that names it. */
export const roleArguments: Readonly<Record<string, string>> = {
  aws_iam_instance_profile: 'role',
  aws_iam_policy_attachment: 'roles',
  aws_iam_role_policies_exclusive: 'role_name',
  aws_iam_role_policy: 'role',
  aws_iam_role_policy_attachment: 'role',
  aws_iam_role_policy_attachments_exclusive: 'role_name',
};

/** Types that say who reaches something, or where copies of it go, with the argument that names it. */
export const accessArguments: Readonly<Record<string, string>> = {
  aws_backup_vault_lock_configuration: 'backup_vault_name',
  aws_backup_vault_policy: 'backup_vault_name',
  aws_cloudwatch_event_bus_policy: 'event_bus_name',
  aws_cloudwatch_event_permission: 'event_bus_name',
  aws_dynamodb_resource_policy: 'resource_arn',
  aws_ecr_repository_policy: 'repository',
  aws_kms_grant: 'key_id',
  aws_kms_key_policy: 'key_id',
  aws_s3_access_point: 'bucket',
  aws_s3_bucket_acl: 'bucket',
  aws_s3_bucket_ownership_controls: 'bucket',
  aws_s3_bucket_policy: 'bucket',
  aws_s3_bucket_public_access_block: 'bucket',
  aws_s3_bucket_replication_configuration: 'bucket',
  aws_s3_bucket_server_side_encryption_configuration: 'bucket',
  aws_secretsmanager_secret_policy: 'secret_arn',
  aws_sns_topic_policy: 'arn',
  aws_sqs_queue_policy: 'queue_url',
};
