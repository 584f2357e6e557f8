import { allowInstanceTypes } from './allow-instance-types.ts';
import { type Call, deniedBy } from './decide.fixture.ts';
import { denyEverythingSuspended } from './deny-everything-suspended.ts';
import { denyIamUsers } from './deny-iam-users.ts';
import { denyLeavingOrganization } from './deny-leaving-organization.ts';
import { denyLongLivedKeys } from './deny-long-lived-keys.ts';
import { denyOtherRegions, denyRegionChanges } from './deny-other-regions.ts';
import { denyPublicSharing } from './deny-public-sharing.ts';
import { denyRootUser } from './deny-root-user.ts';
import { freezeTypes } from './freeze-policies.ts';
import { onlyIdentity } from './only-identity.ts';
import { pinFederation } from './pin-federation.ts';
import type { Statement } from './policy.ts';
import { protectPlatform } from './protect-platform.ts';
import { reserveQuotas } from './reserve-quotas.ts';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const admin = role('admin');
const deployer = role('bulkhead/deployer');
const controller = role('bulkhead/controller');
const firstDeployment = role('OrganizationAccountAccessRole');
const oidc = (issuer: string) => `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const saml = 'arn:aws:iam::111122223333:saml-provider/own';
const root = 'arn:aws:iam::111122223333:root';

/** A principal, what it calls, on what, and what else AWS says about the request. */
const call = (
  principal: string,
  action: string,
  resource = '*',
  more: Readonly<Record<string, string>> = {},
): Call => ({
  action,
  resource,
  context: { 'aws:PrincipalArn': principal, ...more },
});

const inRegion = (principal: string, action: string, region: string) =>
  call(principal, action, '*', { 'aws:RequestedRegion': region });
const launch = (principal: string, action: string, type: string) =>
  call(principal, action, 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', { 'ec2:InstanceType': type });

type Case = readonly [promise: string, statements: readonly Statement[], asked: Call, denied: boolean];
const regions = denyOtherRegions(['eu-west-1']);
const types = allowInstanceTypes(['t3.micro', 'm5.large']);
const users = onlyIdentity('iam-users');
const center = onlyIdentity('identity-center');
const freeze = freezeTypes(['m5.12xlarge']);
const share = (group: string) => call(deployer, 'ec2:ModifySnapshotAttribute', '*', { 'ec2:Add/group': group });

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

  ['no user is made', denyIamUsers(), call(admin, 'iam:CreateUser'), true],
  ['not even the deployer makes a key', denyIamUsers(), call(deployer, 'iam:CreateAccessKey'), true],
  ['a key can be switched off', denyIamUsers(), call(admin, 'iam:UpdateAccessKey'), false],

  ['identity makes users', denyLongLivedKeys(), call(admin, 'iam:CreateUser'), false],
  ['identity sets passwords', denyLongLivedKeys(), call(admin, 'iam:CreateLoginProfile'), false],
  ['not even identity makes a key', denyLongLivedKeys(), call(deployer, 'iam:CreateAccessKey'), true],

  [
    'admins take tokens of nobody new',
    pinFederation(),
    call(admin, 'iam:CreateOpenIDConnectProvider', oidc('evil')),
    true,
  ],
  ['admins trust no directory of their own', pinFederation(), call(admin, 'iam:CreateSAMLProvider', saml), true],
  [
    'the deployer says whose tokens count',
    pinFederation(),
    call(deployer, 'iam:CreateOpenIDConnectProvider', oidc('gitlab.com')),
    false,
  ],
  [
    'a cluster is made with its provider',
    pinFederation(),
    call(admin, 'iam:CreateOpenIDConnectProvider', oidc('oidc.eks.eu-west-1.amazonaws.com/id/A')),
    false,
  ],

  ['admins raise no quota', reserveQuotas(), call(admin, 'servicequotas:RequestServiceQuotaIncrease'), true],
  ['the deployer raises no quota', reserveQuotas(), call(deployer, 'servicequotas:RequestServiceQuotaIncrease'), true],
  ['no quota raises itself', reserveQuotas(), call(admin, 'servicequotas:StartAutoManagement'), true],
  ['automatic raising can be stopped', reserveQuotas(), call(admin, 'servicequotas:StopAutoManagement'), false],
  [
    'the controller raises quotas',
    reserveQuotas(),
    call(controller, 'servicequotas:RequestServiceQuotaIncrease'),
    false,
  ],
  [
    'a role named like the controller raises no quota',
    reserveQuotas(),
    call(role('controller'), 'servicequotas:RequestServiceQuotaIncrease'),
    true,
  ],

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
  [
    'no image is shared with everybody',
    denyPublicSharing(),
    { ...share('all'), action: 'ec2:ModifyImageAttribute' },
    true,
  ],
  [
    'a snapshot may be shared with one account',
    denyPublicSharing(),
    call(admin, 'ec2:ModifySnapshotAttribute', '*', { 'ec2:Add/userId': '444455556666' }),
    false,
  ],

  ['identity does identity', users, call(admin, 'iam:CreateUser'), false],
  ['identity assumes roles', users, call(admin, 'sts:AssumeRole'), false],
  ['identity runs no workload', users, call(admin, 'ec2:RunInstances'), true],
  ['identity holds no data', users, call(admin, 's3:PutObject'), true],
  ['not even the deployer runs a workload in identity', users, call(deployer, 'lambda:CreateFunction'), true],
  ['the deployer sets up the baseline of identity', users, call(deployer, 'config:PutConfigurationRecorder'), false],
  [
    'a first deployment sets up the baseline of identity',
    users,
    call(firstDeployment, 'ec2:EnableEbsEncryptionByDefault'),
    false,
  ],
  ['nobody else touches the baseline of identity', users, call(admin, 'config:PutConfigurationRecorder'), true],
  ['with IAM users nobody uses Identity Center', users, call(admin, 'sso:CreatePermissionSet'), true],
  ['with Identity Center its permission sets are made', center, call(admin, 'sso:CreatePermissionSet'), false],

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

describe('what the guardrails promise', () => {
  test.each(cases)('%s', (_promise, statements, asked, denied) => {
    expect(deniedBy(statements, asked).length > 0).toBe(denied);
  });
});

const all = [...new Set(cases.flatMap(([, statements]) => statements))];

test('every statement denies, names resources, and has a Sid of letters and digits', () => {
  const wrong = all.filter(
    ({ Sid, Effect, Resource, NotResource }) =>
      (Effect as string) !== 'Deny' || !/^[A-Za-z0-9]+$/.test(Sid) || (Resource ?? NotResource).length === 0,
  );
  expect(all.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
