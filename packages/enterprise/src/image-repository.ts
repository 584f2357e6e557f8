import { type PolicyStatement, policyJson } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';
import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js';
import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy/index.js';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { pullActions } from './publishing-statements.ts';

export interface ImageRepositoryProps {
  /** `retail/shop`. */
  readonly name: string;
  readonly organizationId: string;
  /** The delivery account. */
  readonly accountId: string;
  readonly keyArn: string;
  readonly provider: AwsProvider;
}

/**
 * Images that are canonical for the organization: a tag never moves, every image is scanned when it comes, and the
 * accounts of the organization pull. Who pushes is said by the roles of this account.
 *
 * Replication copies an image into the repository of the same name in another Region. It would make one itself, which
 * lets tags move and nobody pull; a repository that is there keeps its settings. Source: Amazon ECR User Guide, private
 * image replication, repository creation templates.
 */
export class ImageRepository extends Construct {
  /** Once it is there nobody finds the repository without. */
  readonly policy: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { provider } = props;
    const { name: repository } = new EcrRepository(this, 'Default', {
      provider,
      name: props.name,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: props.keyArn }],
      lifecycle: { preventDestroy: true },
    });
    const policy = policyJson(repositoryPolicy(props));
    this.policy = new EcrRepositoryPolicy(this, 'policy', { provider, repository, policy });
    new EcrLifecyclePolicy(this, 'lifecycle', { provider, repository, policy: JSON.stringify(untaggedGo) });
  }
}

const repositoryPolicy = ({ organizationId, accountId }: ImageRepositoryProps): readonly PolicyStatement[] => [
  {
    // a policy of this account's own principals has to allow it to them: this one alone would do otherwise
    Sid: 'Pull',
    Effect: 'Allow',
    Principal: '*',
    Action: pullActions,
    Condition: {
      StringEquals: { 'aws:PrincipalOrgID': organizationId },
      StringNotEquals: { 'aws:PrincipalAccount': accountId },
    },
  },
  {
    // Lambda pulls by itself, in the name of a function. Source: AWS Lambda Developer Guide, images of another account
    Sid: 'PullForFunctions',
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    Condition: { StringEquals: { 'aws:SourceOrgID': organizationId } },
  },
  {
    Sid: 'Lasting',
    Effect: 'Deny',
    Principal: '*',
    Action: ['ecr:BatchDeleteImage', 'ecr:DeleteRepository', 'ecr:PutImageTagMutability'],
    Condition: { ArnNotEquals: { 'aws:PrincipalArn': platformRoleArn(accountId, 'deployer') } },
  },
];

/** Layers of builds that came to nothing. Source: Amazon ECR User Guide, lifecycle policy parameters. */
const untaggedGo = {
  rules: [
    {
      rulePriority: 1,
      description: 'untagged images go after 14 days',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
      action: { type: 'expire' },
    },
  ],
};
