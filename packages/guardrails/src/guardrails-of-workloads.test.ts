import { allowInstanceTypes } from './allow-instance-types.ts';
import { type Case, admin, call, controller, deployer } from './calls.fixture.ts';
import { deniedBy } from './decide.fixture.ts';
import { denyDeletions } from './deny-deletions.ts';
import { denyEverythingSuspended } from './deny-everything-suspended.ts';
import { denyOtherRegions } from './deny-other-regions.ts';
import { denyPublicSharing } from './deny-public-sharing.ts';
import { freezeTypes } from './freeze-policies.ts';

const launch = (principal: string, action: string, type: string) =>
  call(principal, action, 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', { 'ec2:InstanceType': type });
const types = allowInstanceTypes(['t3.micro', 'm5.large']);
const freeze = freezeTypes(['m5.12xlarge']);
const share = (group: string) => call(deployer, 'ec2:ModifySnapshotAttribute', '*', { 'ec2:Add/group': group });

const kept = denyDeletions({ protect: true });
const backup = deployer.replace('deployer', 'backup');
const elsewhere = (action: string) => call(backup, action, '*', { 'aws:RequestedRegion': 'eu-central-1' });

const cases: readonly Case[] = [
  ['nobody but who deploys deletes a snapshot in a protected account', kept, call(admin, 'ec2:DeleteSnapshot'), true],
  ['AWS Backup clears out snapshots that have outlived their time', kept, call(backup, 'ec2:DeleteSnapshot'), false],
  ['AWS Backup deletes no backup before its time', kept, call(backup, 'backup:DeleteRecoveryPoint'), true],
  ['who deploys deletes no backup', kept, call(deployer, 'backup:DeleteRecoveryPoint'), true],
  [
    'a backup is copied into a vault of another Region',
    denyOtherRegions(['eu-west-1']),
    elsewhere('backup:CopyIntoBackupVault'),
    false,
  ],
  ['a vault is made in no other Region', denyOtherRegions(['eu-west-1']), elsewhere('backup:CreateBackupVault'), true],

  ['a listed type is launched', types, launch(admin, 'ec2:RunInstances', 'm5.large'), false],
  ['another type is not launched', types, launch(admin, 'ec2:RunInstances', 'm5.12xlarge'), true],
  ['another type is not started', types, launch(admin, 'ec2:StartInstances', 'm5.12xlarge'), true],
  [
    'a launch may use any subnet',
    types,
    call(admin, 'ec2:RunInstances', 'arn:aws:ec2:eu-west-1:111122223333:subnet/a'),
    false,
  ],

  ['the S3 block stays', denyPublicSharing(), call(admin, 's3:PutAccountPublicAccessBlock'), true],
  ['the deployer sets the S3 block', denyPublicSharing(), call(deployer, 's3:PutAccountPublicAccessBlock'), false],
  [
    'a snapshot of a database is shared by the platform only',
    denyPublicSharing(),
    call(admin, 'rds:ModifyDBSnapshotAttribute'),
    true,
  ],
  [
    'the deployer shares a snapshot of a database',
    denyPublicSharing(),
    call(deployer, 'rds:ModifyDBSnapshotAttribute'),
    false,
  ],
  ['a database is changed', denyPublicSharing(), call(admin, 'rds:ModifyDBInstance'), false],
  ['no image goes to a public registry', denyPublicSharing(), call(admin, 'ecr-public:PutImage'), true],
  [
    'images are pulled from a public registry',
    denyPublicSharing(),
    call(admin, 'ecr-public:GetAuthorizationToken'),
    false,
  ],
  ['no snapshot is shared with everybody', denyPublicSharing(), share('all'), true],
  ['the block on public images stays', denyPublicSharing(), call(admin, 'ec2:DisableImageBlockPublicAccess'), true],
  [
    'a snapshot may be shared with one account',
    denyPublicSharing(),
    call(admin, 'ec2:ModifySnapshotAttribute', '*', { 'ec2:Add/userId': '444455556666' }),
    false,
  ],

  ['a suspended account does nothing', denyEverythingSuspended(), call(deployer, 'iam:CreateRole'), true],
  ['a suspended account asks for support', denyEverythingSuspended(), call(admin, 'support:CreateCase'), false],
  ['a suspended account pays', denyEverythingSuspended(), call(admin, 'payments:ListPaymentMethods'), false],

  ['a frozen type is not launched', freeze, launch(deployer, 'ec2:RunInstances', 'm5.12xlarge'), true],
  ['a frozen type is not started', freeze, launch(admin, 'ec2:StartInstances', 'm5.12xlarge'), true],
  ['other types run on', freeze, launch(admin, 'ec2:RunInstances', 't3.micro'), false],
  ['no fleet goes around it', freeze, call(admin, 'autoscaling:ResumeProcesses'), true],
  ['a frozen group shrinks', freeze, call(admin, 'autoscaling:TerminateInstanceInAutoScalingGroup'), false],
  ['the controller thaws', freeze, call(controller, 'autoscaling:ResumeProcesses'), false],
  [
    'everything freezes where everything counts',
    freezeTypes('every'),
    launch(admin, 'ec2:RunInstances', 't3.micro'),
    true,
  ],
];

describe('what holds for workloads', () => {
  test.each(cases)('%s', (_promise, statements, asked, denied) => {
    expect(deniedBy(statements, asked).length > 0).toBe(denied);
  });
});
