import { PlatformRole } from '@bulkhead/baseline';
import { type Pipeline, platformPath } from '@bulkhead/model';
import { Construct } from 'constructs';
import { githubTrust } from './github-trust.ts';

export interface PipelineRoleProps {
  readonly pipeline: Pipeline;
  /** The delivery account. */
  readonly accountId: string;
  readonly stateBucketArn: string;
}

/** What a repository's workflows may do from its protected environments: keep state, and become deployer elsewhere. */
export class PipelineRole extends Construct {
  constructor(scope: Construct, id: string, { pipeline, accountId, stateBucketArn }: PipelineRoleProps) {
    super(scope, id);
    new PlatformRole(this, 'apply', {
      name: `apply-${pipeline.slug}`,
      description: `deploys from ${pipeline.repository}`,
      trust: [
        githubTrust(
          accountId,
          pipeline.repository,
          pipeline.environments.map(({ name }) => name),
        ),
      ],
      permissions: [
        {
          Sid: 'Deploy',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: `arn:aws:iam::*:role${platformPath}deployer`,
        },
        { Sid: 'State', Effect: 'Allow', Action: 's3:ListBucket', Resource: stateBucketArn },
        {
          // Terraform takes and removes the lock file beside the state
          Sid: 'StateObjects',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          Resource: `${stateBucketArn}/*`,
        },
        {
          Sid: 'StateKey',
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: `arn:aws:kms:*:${accountId}:key/*`,
          Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/delivery' } },
        },
      ],
    });
  }
}
