import { actionsOf } from '../roles/right.ts';

/**
 * Calls that let another account in, or reach out to one, and whose request doesn't tell whom: they are for who builds
 * the account to make, after somebody read the change.
 *
 * Queues, topics, keys and repositories take a policy when they are made too, and no condition key tells what it says:
 * resource control policies close those of S3, SQS, KMS, Secrets Manager, DynamoDB and ECR.
 */
export const openingActions: readonly string[] = [
  ...actionsOf('dynamodb', 'PutResourcePolicy'),
  ...actionsOf('ec2', 'AcceptVpcPeeringConnection', 'CreateTransitGatewayPeeringAttachment'),
  ...actionsOf('ec2', 'CreateTransitGatewayVpcAttachment', 'CreateVpcPeeringConnection', 'ModifyImageAttribute'),
  ...actionsOf('ec2', 'ModifySnapshotAttribute', 'ModifyVpcEndpointServicePermissions'),
  ...actionsOf('ecr', 'PutRegistryPolicy', 'PutReplicationConfiguration', 'SetRepositoryPolicy'),
  ...actionsOf('events', 'PutPermission'),
  ...actionsOf('kinesis', 'PutResourcePolicy'),
  ...actionsOf('kms', 'PutKeyPolicy'),
  ...actionsOf('lambda', 'AddLayerVersionPermission'),
  ...actionsOf('logs', 'PutDestinationPolicy', 'PutResourcePolicy'),
  ...actionsOf('rds', 'ModifyDBClusterSnapshotAttribute', 'ModifyDBSnapshotAttribute'),
  ...actionsOf('route53', 'AssociateVPCWithHostedZone', 'CreateVPCAssociationAuthorization'),
  ...actionsOf('route53resolver', 'PutFirewallRuleGroupPolicy', 'PutResolver*Policy'),
  ...actionsOf('s3', 'PutAccessPointPolicy', 'PutBucketAcl', 'PutBucketPolicy', 'PutObjectAcl'),
  ...actionsOf('s3', 'PutObjectVersionAcl', 'PutReplicationConfiguration'),
  ...actionsOf('secretsmanager', 'PutResourcePolicy'),
  ...actionsOf('sns', 'AddPermission'),
  ...actionsOf('sqs', 'AddPermission'),
  ...actionsOf('ssm', 'ModifyDocumentPermission', 'PutResourcePolicy'),
];
