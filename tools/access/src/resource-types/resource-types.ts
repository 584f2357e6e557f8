import { type ResourceType, bearsNoPolicy } from '../terraform/resource-type.ts';
import { iamTypes } from './iam-types.ts';
import { identityCenterTypes } from './identity-center-types.ts';
import { organizationsTypes } from './organizations-types.ts';
import { resourcePolicyTypes } from './resource-policy-types.ts';

/** Types that hold no policy: settings, telemetry, spend. Whoever may change them is asked of IAM, not of them. */
const withoutPolicy = [
  ...['aws_accessanalyzer_analyzer', 'aws_account_alternate_contact', 'aws_athena_named_query'],
  ...['aws_athena_workgroup', 'aws_backup_plan', 'aws_backup_selection', 'aws_bcmdataexports_export'],
  ...['aws_backup_global_settings', 'aws_backup_region_settings', 'aws_backup_vault_lock_configuration'],
  ...['aws_budgets_budget', 'aws_ce_cost_category', 'aws_cloudtrail_organization_delegated_admin_account'],
  ...['aws_cloudwatch_dashboard', 'aws_cloudwatch_event_rule', 'aws_cloudwatch_query_definition'],
  ...['aws_cloudwatch_event_target', 'aws_cloudwatch_log_account_policy', 'aws_cloudwatch_log_metric_filter'],
  ...['aws_cloudwatch_log_subscription_filter', 'aws_cloudwatch_metric_alarm', 'aws_config_aggregate_authorization'],
  ...['aws_config_configuration_aggregator', 'aws_config_configuration_recorder'],
  ...['aws_config_config_rule', 'aws_config_organization_managed_rule'],
  ...['aws_config_configuration_recorder_status', 'aws_config_delivery_channel', 'aws_config_retention_configuration'],
  ...['aws_ebs_default_kms_key', 'aws_ebs_encryption_by_default', 'aws_ebs_snapshot_block_public_access'],
  ...['aws_ec2_image_block_public_access', 'aws_ec2_instance_metadata_defaults', 'aws_ec2_serial_console_access'],
  ...['aws_ecr_lifecycle_policy', 'aws_ecr_registry_scanning_configuration', 'aws_ecr_replication_configuration'],
  ...['aws_flow_log'],
  ...['aws_glue_catalog_database', 'aws_glue_catalog_table', 'aws_guardduty_detector'],
  ...['aws_guardduty_detector_feature', 'aws_guardduty_organization_admin_account'],
  ...['aws_guardduty_organization_configuration', 'aws_guardduty_organization_configuration_feature'],
  ...['aws_oam_link', 'aws_route53_resolver_query_log_config', 'aws_route53_resolver_query_log_config_association'],
  ...['aws_s3_account_public_access_block', 'aws_s3_bucket_lifecycle_configuration', 'aws_s3_bucket_logging'],
  ...['aws_s3_bucket_notification', 'aws_s3_bucket_object_lock_configuration', 'aws_s3_bucket_ownership_controls'],
  ...['aws_s3_bucket_public_access_block', 'aws_s3_bucket_replication_configuration'],
  ...['aws_s3_bucket_server_side_encryption_configuration'],
  ...['aws_s3_bucket_versioning', 'aws_securityhub_account', 'aws_securityhub_finding_aggregator'],
  ...['aws_securityhub_organization_admin_account', 'aws_securityhub_organization_configuration'],
  ...['aws_securityhub_standards_subscription', 'aws_servicequotas_template', 'aws_sns_topic_subscription'],
  ...['aws_ssm_parameter', 'aws_ssoadmin_instance_access_control_attributes', 'aws_xray_group'],
] as const;

/** Types that grant something in a way that is not simulated. A proof that passes over them would be none. */
const notModelled: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_resource_policy: 'it grants services of AWS access to log groups',
  aws_ecr_registry_policy: 'it grants other accounts pushes to every repository',
  aws_glue_resource_policy: 'it grants other accounts access to the catalogue',
  aws_iam_policy_attachment: 'it takes attachments away from others, use aws_iam_role_policy_attachment',
  aws_iam_saml_provider: 'roles that trust it are open to whom the provider says',
  aws_kms_grant: 'it grants the use of a key beside its policy',
  aws_lambda_permission: 'it is a statement of a policy of a function',
  aws_organizations_delegated_administrator_policy: 'it grants another account the use of Organizations',
  aws_ram_resource_association: 'it shares resources with other accounts',
  aws_s3_access_point: 'it has a policy beside the one of its bucket',
  aws_s3_bucket_acl: 'it grants beside the policy of its bucket, use ownership controls',
};

/**
 * Every Terraform type that the proof knows what it says about who may do what.
 *
 * A type that isn't here stops the proof: it may hold a policy. A new type is a line in one of these tables.
 */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  ...Object.fromEntries(withoutPolicy.map((type) => [type, bearsNoPolicy])),
  ...organizationsTypes,
  ...identityCenterTypes,
  ...resourcePolicyTypes,
  ...iamTypes,
};

/** Why a type can't be read; undefined where it can. */
export function whyNotRead(type: string): string | undefined {
  if (resourceTypes[type] || type === 'terraform_data' || type === 'null_resource') return undefined;
  const reason = notModelled[type];
  return reason === undefined
    ? 'no rule says whether this type holds a policy, add it to the table of resource types'
    : `this type is not modelled: ${reason}`;
}
