import { admin, call, controller, deployer, firstDeployment, role } from './calls.fixture.ts';
import { deniedBy } from './decide.fixture.ts';
import { denyDeletions } from './deny-deletions.ts';

const statements = denyDeletions({ protect: true });
const deletions = [
  ...['s3:DeleteBucket', 's3:PutLifecycleConfiguration', 'dynamodb:DeleteTable', 'dynamodb:DeleteBackup'],
  ...['rds:DeleteDBInstance', 'rds:DeleteDBCluster', 'rds:DeleteDBSnapshot', 'rds:DeleteGlobalCluster'],
  ...['kms:DisableKey', 'secretsmanager:DeleteSecret', 'sqs:DeleteQueue', 'sns:DeleteTopic', 'kinesis:DeleteStream'],
  ...['ec2:DeleteVolume', 'ec2:DeleteSnapshot', 'elasticfilesystem:DeleteFileSystem', 'ecr:DeleteRepository'],
  ...['elasticache:DeleteReplicationGroup', 'es:DeleteDomain', 'redshift:DeleteCluster', 'logs:DeleteLogGroup'],
  ...['route53:DeleteHostedZone', 'events:DeleteEventBus', 'backup:DeleteBackupVault'],
  ...['backup:DeleteBackupVaultAccessPolicy', 'backup:PutBackupVaultAccessPolicy'],
];
const forGood = ['kms:ScheduleKeyDeletion', 'backup:DeleteRecoveryPoint', 'backup:DeleteBackupVaultLockConfiguration'];
const denied = (who: string, action: string) => deniedBy(statements, call(who, action)).length > 0;

test.each(deletions)('in a protected account %s is denied to all but who builds it', (action) => {
  for (const who of [admin, controller, role('workload/web'), role('bulkhead/operator')]) {
    expect(denied(who, action)).toBe(true);
  }
  for (const who of [deployer, firstDeployment]) expect(denied(who, action)).toBe(false);
});

test.each(forGood)('in a protected account %s, which nobody brings back, is denied to everybody', (action) => {
  for (const who of [admin, controller, deployer, firstDeployment]) expect(denied(who, action)).toBe(true);
});

test.each([
  's3:DeleteObject',
  'dynamodb:DeleteItem',
  'ec2:TerminateInstances',
  'sqs:DeleteMessage',
  'lambda:DeleteFunction',
])('in a protected account %s goes on as before: it is what applications do', (action) => {
  expect(denied(admin, action)).toBe(false);
});

test('an account that is not protected is cleared out by who may', () => {
  expect(denyDeletions({ protect: false })).toEqual([]);
});
