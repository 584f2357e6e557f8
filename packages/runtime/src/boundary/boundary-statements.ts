import type { PolicyStatement } from '@bulkhead/baseline';
import { type BuildingRoles, buildingRoles } from '../roles/building-roles.ts';
import { rightsByService } from '../roles/rights-by-service.ts';
import { openingActions } from './opening-actions.ts';

/** What agents on machines, and containers, talk to. No engineer calls it. */
const agents: readonly string[] = ['ec2messages:*', 'ssmmessages:*'];

/** Reads of services that have no class of rights. */
const looking: readonly string[] = [
  'access-analyzer:*',
  'backup:Describe*',
  'backup:List*',
  'cloudtrail:*',
  'config:*',
  'guardduty:Get*',
  'guardduty:List*',
  'iam:Get*',
  'iam:List*',
  'iam:SimulatePrincipalPolicy',
  'securityhub:*',
  'servicequotas:Get*',
  'servicequotas:List*',
  'sts:DecodeAuthorizationMessage',
  'sts:GetCallerIdentity',
  'tag:*',
];

/**
 * The most that engineers, and the roles that they make, can do: everything in the services that they build with, but
 * for letting other accounts in. It grants nothing by itself.
 *
 * Source: IAM User Guide, permissions boundaries: a resource policy that names a session goes around one, a policy that
 * names the account doesn't. Grants name accounts.
 */
export function boundaryStatements(building: BuildingRoles): readonly PolicyStatement[] {
  return [
    { Sid: 'Services', Effect: 'Allow', Action: [...builtWith, ...agents, ...looking], Resource: '*' },
    ...buildingRoles(building),
    ...lifting(building),
    { Sid: 'Opening', Effect: 'Deny', Action: openingActions, Resource: '*' },
    {
      Sid: 'OpenFunction',
      Effect: 'Deny',
      Action: 'lambda:AddPermission',
      Resource: '*',
      // services may call a function, accounts and the whole world may not
      Condition: { StringNotLike: { 'lambda:Principal': '*.amazonaws.com' } },
    },
    {
      Sid: 'OpenUrl',
      Effect: 'Deny',
      Action: ['lambda:CreateFunctionUrlConfig', 'lambda:UpdateFunctionUrlConfig'],
      Resource: '*',
      Condition: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
    },
    {
      Sid: 'OpenKey',
      Effect: 'Deny',
      Action: 'kms:CreateGrant',
      Resource: '*',
      // services of AWS ask for grants for themselves when a disk or a table is made
      Condition: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false' } },
    },
  ];
}

/** Whatever further policies a role is given, the boundary stays on it, and as it is. */
const lifting = ({ boundaryArn }: BuildingRoles): readonly PolicyStatement[] => [
  {
    Sid: 'Lifting',
    Effect: 'Deny',
    Action: ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'],
    Resource: '*',
  },
  {
    Sid: 'Replacing',
    Effect: 'Deny',
    Action: ['iam:CreateRole', 'iam:CreateUser', 'iam:PutRolePermissionsBoundary', 'iam:PutUserPermissionsBoundary'],
    Resource: '*',
    Condition: { StringNotEquals: { 'iam:PermissionsBoundary': boundaryArn } },
  },
  {
    Sid: 'Rewriting',
    Effect: 'Deny',
    Action: ['iam:CreatePolicyVersion', 'iam:DeletePolicy*', 'iam:SetDefaultPolicyVersion'],
    Resource: boundaryArn,
  },
];

/** Every service in which engineers may something. */
const builtWith: readonly string[] = [
  ...new Set(
    Object.values(rightsByService)
      .flatMap((rights) => Object.values(rights).flat())
      .flatMap(({ actions }) => actions)
      .map((action) => `${action.slice(0, action.indexOf(':'))}:*`),
  ),
].sort();
