import { type Case, admin, call, controller, deployer, firstDeployment, role } from './calls.fixture.ts';
import { deniedBy } from './decide.fixture.ts';
import { denyLeavingOrganization } from './deny-leaving-organization.ts';
import { denyOtherRegions, denyRegionChanges } from './deny-other-regions.ts';
import { denyRootUser } from './deny-root-user.ts';
import { protectPlatform } from './protect-platform.ts';

const root = 'arn:aws:iam::111122223333:root';
const inRegion = (principal: string, action: string, region: string) =>
  call(principal, action, '*', { 'aws:RequestedRegion': region });
const regions = denyOtherRegions(['eu-west-1']);

const cases: readonly Case[] = [
  ['nobody leaves the organization', denyLeavingOrganization(), call(admin, 'organizations:LeaveOrganization'), true],
  [
    'nobody accepts the invitation of another organization',
    denyLeavingOrganization(),
    call(deployer, 'organizations:AcceptHandshake'),
    true,
  ],
  [
    'people see their organization',
    denyLeavingOrganization(),
    call(admin, 'organizations:DescribeOrganization'),
    false,
  ],

  ['root does nothing', denyRootUser(), call(root, 's3:ListAllMyBuckets'), true],
  [
    'a session of AssumeRoot does its task',
    denyRootUser(),
    call(root, 's3:PutBucketPolicy', '*', { 'aws:AssumedRoot': 'true' }),
    false,
  ],
  ['a role is not root', denyRootUser(), call(admin, 's3:ListAllMyBuckets'), false],

  ['a Region of the unit is open', regions, inRegion(admin, 'ec2:RunInstances', 'eu-west-1'), false],
  ['another Region is closed', regions, inRegion(admin, 'ec2:RunInstances', 'us-east-1'), true],
  [
    'the deployer sets another Region up before it is allowed',
    regions,
    inRegion(deployer, 's3:CreateBucket', 'us-east-1'),
    false,
  ],
  ['IAM answers from another Region', regions, inRegion(admin, 'iam:CreateRole', 'us-east-1'), false],
  ['STS answers from another Region', regions, inRegion(admin, 'sts:AssumeRole', 'us-east-1'), false],
  [
    'the S3 block of an account is set from another Region',
    regions,
    inRegion(deployer, 's3:PutAccountPublicAccessBlock', 'us-east-1'),
    false,
  ],
  ['KMS has Regions, so it is closed in another one', regions, inRegion(admin, 'kms:CreateKey', 'us-east-1'), true],

  ['admins open no Region', denyRegionChanges(), call(admin, 'account:EnableRegion'), true],
  ['the deployer opens a Region', denyRegionChanges(), call(deployer, 'account:EnableRegion'), false],
  ['people see which Regions are open', denyRegionChanges(), call(admin, 'account:ListRegions'), false],

  ['admins leave platform roles alone', protectPlatform(), call(admin, 'iam:UpdateAssumeRolePolicy', deployer), true],
  ['admins make no role of the platform', protectPlatform(), call(admin, 'iam:CreateRole', controller), true],
  ['admins make no first-deployment role', protectPlatform(), call(admin, 'iam:CreateRole', firstDeployment), true],
  ['admins pass no role of the platform', protectPlatform(), call(admin, 'iam:PassRole', controller), true],
  ['the controller does not change itself', protectPlatform(), call(controller, 'iam:PutRolePolicy', controller), true],
  ['the deployer makes platform roles', protectPlatform(), call(deployer, 'iam:CreateRole', controller), false],
  ['a first deployment makes them', protectPlatform(), call(firstDeployment, 'iam:CreateRole', deployer), false],
  ['admins read platform roles', protectPlatform(), call(admin, 'iam:GetRole', deployer), false],
  ['admins have roles of their own', protectPlatform(), call(admin, 'iam:CreateRole', role('app')), false],
  [
    'a path that only looks like the platform is free',
    protectPlatform(),
    call(admin, 'iam:CreateRole', role('x/bulkheads/a')),
    false,
  ],
  [
    'policies of the platform stay',
    protectPlatform(),
    call(admin, 'iam:CreatePolicyVersion', 'arn:aws:iam::111122223333:policy/bulkhead/a'),
    true,
  ],
  ['agents keep their roles', protectPlatform(), call(admin, 'iam:PutRolePolicy', role('telemetry/agent')), true],
  [
    'units give agents to their instances',
    protectPlatform(),
    call(admin, 'iam:PassRole', role('telemetry/agent')),
    false,
  ],
  ['flow logs go on', protectPlatform(), call(admin, 'ec2:DeleteFlowLogs'), true],
  ['flow logs can be added', protectPlatform(), call(admin, 'ec2:CreateFlowLogs'), false],
  ['DNS logs go on', protectPlatform(), call(admin, 'route53resolver:DisassociateResolverQueryLogConfig'), true],
  ['analyzers stay', protectPlatform(), call(admin, 'access-analyzer:DeleteAnalyzer'), true],
  ['security checks go on', protectPlatform(), call(admin, 'securityhub:BatchDisableStandards'), true],
  ['trails go on', protectPlatform(), call(admin, 'cloudtrail:StopLogging'), true],
  ['recorders go on', protectPlatform(), call(admin, 'config:StopConfigurationRecorder'), true],
  ['detectors go on', protectPlatform(), call(admin, 'guardduty:UpdateDetector'), true],
  ['observability links stay', protectPlatform(), call(admin, 'oam:DeleteLink'), true],
  ['log subscriptions stay', protectPlatform(), call(admin, 'logs:PutSubscriptionFilter'), true],
  [
    'a first deployment sets telemetry up',
    protectPlatform(),
    call(firstDeployment, 'config:PutConfigurationRecorder'),
    false,
  ],
  ['people read logs', protectPlatform(), call(admin, 'logs:GetLogEvents'), false],
];

describe('what every account is held to', () => {
  test.each(cases)('%s', (_promise, statements, asked, denied) => {
    expect(deniedBy(statements, asked).length > 0).toBe(denied);
  });
});
