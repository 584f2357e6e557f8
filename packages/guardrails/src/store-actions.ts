/**
 * Calls that make a store and take its tags with them, in both generations of the AWS provider for Terraform.
 *
 * A bucket is not here: the provider tags it after it was made before 6.23. Nor are volumes, which come with instances,
 * and streams, which are tagged afterwards. AWS Config and `bulkhead data inventory` tell those without a class.
 * Source: Service Authorization Reference, `aws:RequestTag`.
 */
export const storeCreations: readonly string[] = [
  'dynamodb:CreateTable',
  'elasticache:CreateCacheCluster',
  'elasticache:CreateReplicationGroup',
  'elasticfilesystem:CreateFileSystem',
  'es:CreateDomain',
  'rds:CreateDBCluster',
  'rds:CreateDBInstance',
  'rds:RestoreDBClusterFromSnapshot',
  'rds:RestoreDBClusterToPointInTime',
  'rds:RestoreDBInstanceFromDBSnapshot',
  'rds:RestoreDBInstanceToPointInTime',
  'redshift:CreateCluster',
  'secretsmanager:CreateSecret',
  'sns:CreateTopic',
  'sqs:CreateQueue',
];
