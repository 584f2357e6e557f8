import { PlatformRole, type PolicyStatement, type StackContext } from '@bulkhead/baseline';
import { enterpriseUnit, organizationAccountAccessRole, platformPath } from '@bulkhead/model';
import { Construct } from 'constructs';
import { GithubProvider, githubTrust } from './github-trust.ts';

/** The protected environment from which the management account is deployed, in the first pipeline of the enterprise. */
const protectedEnvironment = 'organization';

/**
 * Through which the management account is deployed, and nothing else goes: trusted by one protected environment.
 *
 * It comes once the lock has the management account's id, which a policy has to name.
 */
export class OrganizationDeployer extends Construct {
  constructor(scope: Construct, id: string, { organization, lock }: StackContext) {
    super(scope, id);
    const accountId = lock.organization?.managementAccountId;
    const pipeline = organization.pipelines.find(({ unit, host }) => unit === enterpriseUnit && host === 'github');
    if (accountId === undefined || pipeline === undefined) return;
    new GithubProvider(this, 'github');
    new PlatformRole(this, 'role', {
      name: 'organization-deployer',
      description: 'deploys the organization and its guardrails',
      trust: [githubTrust(accountId, pipeline.repository, [protectedEnvironment])],
      permissions: permissions(accountId),
    });
  }
}

/** What Terraform calls for the resources of the two stacks in the management account, and no more. */
const permissions = (accountId: string): readonly PolicyStatement[] => [
  {
    Sid: 'Organization',
    Effect: 'Allow',
    Action: [
      ...['Describe*', 'List*', 'CreateAccount', 'MoveAccount', 'CreateOrganization', 'TagResource', 'UntagResource'],
      ...['CreateOrganizationalUnit', 'UpdateOrganizationalUnit', 'DeleteOrganizationalUnit'],
      ...['CreatePolicy', 'UpdatePolicy', 'DeletePolicy', 'AttachPolicy', 'DetachPolicy', 'EnablePolicyType'],
      ...['EnableAWSServiceAccess', 'RegisterDelegatedAdministrator', 'DeregisterDelegatedAdministrator'],
      ...['PutResourcePolicy', 'DeleteResourcePolicy'],
    ].map((action) => `organizations:${action}`),
    Resource: '*',
  },
  {
    Sid: 'Spend',
    Effect: 'Allow',
    Action: [
      ...['budgets:ViewBudget', 'budgets:ModifyBudget', 'budgets:ListTagsForResource', 'budgets:TagResource'],
      ...['ce:CreateCostCategoryDefinition', 'ce:UpdateCostCategoryDefinition', 'ce:DeleteCostCategoryDefinition'],
      ...['ce:DescribeCostCategoryDefinition', 'ce:ListTagsForResource', 'ce:TagResource'],
    ],
    Resource: '*',
  },
  {
    Sid: 'RootAccess',
    Effect: 'Allow',
    Action: [
      ...['iam:EnableOrganizationsRootCredentialsManagement', 'iam:EnableOrganizationsRootSessions'],
      'iam:ListOrganizationsFeatures',
    ],
    Resource: '*',
  },
  {
    Sid: 'Accounts',
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: [`arn:aws:iam::*:role/${organizationAccountAccessRole}`, `arn:aws:iam::*:role${platformPath}deployer`],
  },
  {
    Sid: 'OwnRoles',
    Effect: 'Allow',
    Action: [
      ...['GetRole', 'CreateRole', 'UpdateRole', 'UpdateAssumeRolePolicy', 'TagRole', 'ListRolePolicies'],
      ...['GetRolePolicy', 'PutRolePolicy', 'ListAttachedRolePolicies', 'ListInstanceProfilesForRole'],
      ...['GetOpenIDConnectProvider', 'CreateOpenIDConnectProvider', 'TagOpenIDConnectProvider'],
    ].map((action) => `iam:${action}`),
    Resource: [`arn:aws:iam::${accountId}:role${platformPath}*`, `arn:aws:iam::${accountId}:oidc-provider/*`],
  },
];
