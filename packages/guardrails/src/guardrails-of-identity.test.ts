import { type Case, admin, call, controller, deployer, firstDeployment, role } from './calls.fixture.ts';
import { deniedBy } from './decide.fixture.ts';
import { denyIamUsers } from './deny-iam-users.ts';
import { denyLongLivedKeys } from './deny-long-lived-keys.ts';
import { onlyIdentity } from './only-identity.ts';
import { pinFederation } from './pin-federation.ts';
import { reserveQuotas } from './reserve-quotas.ts';

const recorder = role('bulkhead/config-recorder');
const oidc = (issuer: string) => `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
const saml = 'arn:aws:iam::111122223333:saml-provider/own';
const federation = pinFederation(['eu-west-1']);
const users = onlyIdentity('iam-users');
const center = onlyIdentity('identity-center');

const cases: readonly Case[] = [
  ['no user is made', denyIamUsers(), call(admin, 'iam:CreateUser'), true],
  ['not even the deployer makes a key', denyIamUsers(), call(deployer, 'iam:CreateAccessKey'), true],
  ['a key can be switched off', denyIamUsers(), call(admin, 'iam:UpdateAccessKey'), false],

  ['identity makes users', denyLongLivedKeys(), call(admin, 'iam:CreateUser'), false],
  ['identity sets passwords', denyLongLivedKeys(), call(admin, 'iam:CreateLoginProfile'), false],
  ['not even identity makes a key', denyLongLivedKeys(), call(deployer, 'iam:CreateAccessKey'), true],

  ['admins take tokens of nobody new', federation, call(admin, 'iam:CreateOpenIDConnectProvider', oidc('evil')), true],
  [
    'nobody passes for a cluster by the name of their own host',
    federation,
    call(admin, 'iam:CreateOpenIDConnectProvider', oidc('oidc.eks.evil.example/id/A')),
    true,
  ],
  ['admins trust no directory of their own', federation, call(admin, 'iam:CreateSAMLProvider', saml), true],
  [
    'the deployer says whose tokens count',
    federation,
    call(deployer, 'iam:CreateOpenIDConnectProvider', oidc('gitlab.com')),
    false,
  ],
  [
    'a cluster is made with its provider',
    federation,
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
  ['the recorder sees the baseline of identity', users, call(recorder, 'kms:DescribeKey'), false],
  ['not even the recorder holds data in identity', users, call(recorder, 's3:CreateBucket'), true],
  ['with IAM users nobody uses Identity Center', users, call(admin, 'sso:CreatePermissionSet'), true],
  ['with Identity Center its permission sets are made', center, call(admin, 'sso:CreatePermissionSet'), false],
];

describe('what holds for identities', () => {
  test.each(cases)('%s', (_promise, statements, asked, denied) => {
    expect(deniedBy(statements, asked).length > 0).toBe(denied);
  });
});
