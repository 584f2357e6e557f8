import { PlatformRole, type PolicyStatement, type StackContext } from '@bulkhead/baseline';
import {
  type Pipeline,
  enterpriseAccountName,
  enterpriseUnit,
  organizationAccountAccessRole,
  platformPath,
  stateBucketName,
} from '@bulkhead/model';
import { Construct } from 'constructs';
import { exportsBucketName } from './billing-exports.ts';
import { OidcProvider } from './oidc-provider.ts';
import { oidcTrust } from './oidc-trust.ts';
import { stateKeyStatement, stateStatements } from './state-statements.ts';
import { telemetryPermissions } from './telemetry-permissions.ts';

/** The protected environment from which the management account is deployed, in the first pipeline of the enterprise. */
const protectedEnvironment = 'organization';

/**
 * Through which the management account is deployed, and nothing else goes: trusted by one protected environment.
 *
 * On GitHub that is the environment `organization`, whether the definition lists it or not. GitLab's tokens name a branch:
 * there the definition has to list an environment of that name with its branch.
 *
 * It comes once the lock has the management account's id, which a policy has to name.
 */
export class OrganizationDeployer extends Construct {
  constructor(scope: Construct, id: string, context: StackContext) {
    super(scope, id);
    const accountId = context.lock.organization?.managementAccountId;
    const pipeline = context.organization.pipelines.find(({ unit }) => unit === enterpriseUnit);
    if (accountId === undefined || pipeline === undefined) return;
    const subject = subjectOf(pipeline);
    if (subject === undefined) return;
    new OidcProvider(this, pipeline.host, { host: pipeline.host });
    new PlatformRole(this, 'role', {
      name: 'organization-deployer',
      description: 'deploys the organization and its guardrails',
      trust: [oidcTrust(accountId, pipeline.host, subject)],
      permissions: [
        ...permissions(accountId),
        ...telemetryPermissions(accountId, exportsBucketName(context.organization.name, accountId)),
        ...state(accountId, context),
      ],
    });
  }
}

/** Undefined where no environment can be trusted: on GitLab none of that name, on either one that asks nobody. */
function subjectOf({ host, repository, environments }: Pipeline): string | undefined {
  const listed = environments.find(({ name }) => name === protectedEnvironment);
  if (listed !== undefined) return listed.protected ? listed.subjects.apply : undefined;
  return host === 'github' ? `repo:${repository}:environment:${protectedEnvironment}` : undefined;
}

/** State of all stacks, which stands in the delivery account: it comes once that account is there. */
function state(accountId: string, { organization, lock }: StackContext): readonly PolicyStatement[] {
  const deliveryId = lock.accounts?.[enterpriseAccountName(organization.name, 'delivery')]?.id;
  if (deliveryId === undefined) return [];
  const buckets = (['organization', 'accounts'] as const).flatMap((holds) => {
    const bucketArn = `arn:aws:s3:::${stateBucketName(organization.name, holds, deliveryId)}`;
    const suffix = holds === 'organization' ? '' : 'OfAccounts';
    return stateStatements({ bucketArn, keys: ['*.tfstate'], writes: true }).map((statement) => ({
      ...statement,
      Sid: `${statement.Sid}${suffix}`,
    }));
  });
  const key = { keyAccountId: deliveryId, accountId, home: organization.regions[0], writes: true };
  return [...buckets, stateKeyStatement(key)];
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
    Sid: 'Backup',
    Effect: 'Allow',
    Action: ['backup:DescribeGlobalSettings', 'backup:UpdateGlobalSettings'],
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
