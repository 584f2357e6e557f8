import { type Organization, platformRoleArn } from '@bulkhead/model';
import { deployerRoles, exceptRoles } from './except-platform.ts';
import type { Statement } from './policy.ts';

const identityActions: Readonly<Record<Organization['enterprise']['signIn'], readonly string[]>> = {
  'iam-users': ['access-analyzer:*', 'iam:*', 'signin:*', 'sts:*'],
  'identity-center': [
    'access-analyzer:*',
    'iam:*',
    'identitystore:*',
    'signin:*',
    'sso-directory:*',
    'sso:*',
    'sts:*',
    // Identity Center shows the accounts that it assigns people to.
    'organizations:Describe*',
    'organizations:List*',
  ],
};

/** What an account's baseline consists of: settings and telemetry, nothing that runs a workload or holds its data. */
const baselineActions: readonly string[] = [
  'account:*',
  'application-signals:Link',
  'cloudtrail:*',
  'cloudwatch:*',
  'config:*',
  'ec2:*BlockPublicAccess*',
  'ec2:*Ebs*',
  'ec2:*InstanceMetadataDefaults',
  'ec2:*SerialConsoleAccess*',
  'events:*',
  'guardduty:*',
  'kms:*',
  'logs:*',
  'oam:*',
  's3:*AccountPublicAccessBlock',
  'securityhub:*',
  'sns:*',
  'tag:*',
  'xray:Link',
];

/**
 * The identity account does identity and nothing else: whoever breaks a workload there would stand beside everybody's
 * credentials.
 *
 * The roles that build the account may set up its baseline, and no more than that either; the recorder of AWS Config,
 * which is no service-linked role, may look at it.
 */
export function onlyIdentity(signIn: Organization['enterprise']['signIn']): readonly Statement[] {
  const identity = identityActions[signIn];
  return [
    {
      Sid: 'Identity',
      Effect: 'Deny',
      NotAction: identity,
      Resource: ['*'],
      Condition: exceptRoles([...deployerRoles, platformRoleArn('*', 'config-recorder')]),
    },
    { Sid: 'Baseline', Effect: 'Deny', NotAction: [...identity, ...baselineActions], Resource: ['*'] },
  ];
}
