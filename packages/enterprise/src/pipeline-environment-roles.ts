import { PlatformRole, type StackContext, accountId } from '@bulkhead/baseline';
import {
  type Pipeline,
  type PipelineEnvironment,
  applyRoleName,
  enterpriseAccountName,
  planRoleName,
  stateBucketName,
} from '@bulkhead/model';
import { Construct } from 'constructs';
import { deployedBy } from './deployed-by.ts';
import { oidcTrust } from './oidc-trust.ts';
import { publishingStatements } from './publishing-statements.ts';
import { stateKeyStatement, stateStatements } from './state-statements.ts';

export interface PipelineEnvironmentRolesProps {
  readonly pipeline: Pipeline;
  readonly environment: PipelineEnvironment;
  readonly context: StackContext;
}

/**
 * What jobs of a repository may do from one environment: those that apply become deployer, those that plan become
 * planner, both in exactly the accounts that the environment deploys.
 *
 * None of them is the account in which the roles stand, so that no pipeline gives itself what it wants. A protected
 * environment of the enterprise deploys the delivery accounts of units, and through them could reach what those deploy.
 */
export class PipelineEnvironmentRoles extends Construct {
  constructor(scope: Construct, id: string, { pipeline, environment, context }: PipelineEnvironmentRolesProps) {
    super(scope, id);
    const { organization } = context;
    const home = organization.regions[0];
    const ownId = accountId(pipeline.deliveryAccount, context);
    const keyAccountId = accountId(enterpriseAccountName(organization.name, 'delivery'), context);
    const { deployers, planners, stateKeys } = deployedBy(environment, context);
    const state = {
      bucketArn: `arn:aws:s3:::${stateBucketName(organization.name, 'accounts', keyAccountId)}`,
      keys: stateKeys,
    };
    const become = (Sid: string, roleArns: readonly string[]) =>
      roleArns.length === 0 ? [] : [{ Sid, Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roleArns } as const];

    new PlatformRole(this, 'apply', {
      name: applyRoleName(pipeline, environment),
      description: `deploys from ${pipeline.repository}`,
      trust: [oidcTrust(ownId, pipeline.host, environment.subjects.apply)],
      permissions: [
        ...become('Deploy', deployers),
        ...stateStatements({ ...state, writes: true }),
        stateKeyStatement({ keyAccountId, accountId: ownId, home, writes: true }),
        ...publishingStatements(pipeline, context),
      ],
    });
    new PlatformRole(this, 'plan', {
      name: planRoleName(pipeline, environment),
      description: `plans from ${pipeline.repository}`,
      trust: [oidcTrust(ownId, pipeline.host, environment.subjects.plan)],
      permissions: [
        ...become('Plan', planners),
        ...stateStatements({ ...state, writes: false }),
        stateKeyStatement({ keyAccountId, accountId: ownId, home, writes: false }),
      ],
    });
  }
}
