import { type PolicyStatement, type StackContext, accountId } from '@bulkhead/baseline';
import { type Pipeline, artifactsBucketName, findAccount, imagesIn, unitsServedBy } from '@bulkhead/model';

/** Alias of the key of artifacts and images in every delivery account, without `alias/`. */
export const artifactsKeyAlias = 'delivery';

/**
 * What a pipeline that applies may publish in its delivery account: images and artifacts of the units that it serves.
 *
 * It may also pull what is canonical for the organization, to build on it.
 */
export function publishingStatements(pipeline: Pipeline, context: StackContext): readonly PolicyStatement[] {
  const { organization } = context;
  const { deliveryAccount } = pipeline;
  const id = accountId(deliveryAccount, context);
  const units = unitsServedBy(organization, pipeline);
  const home = findAccount(organization, deliveryAccount)?.regions[0] ?? organization.regions[0];
  const images = imagesIn(organization, deliveryAccount).filter(({ unit }) => units.includes(unit));
  return [
    { Sid: 'Registry', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
    { Sid: 'Pull', Effect: 'Allow', Action: pullActions, Resource: 'arn:aws:ecr:*:*:repository/*' },
    ...(images.length === 0
      ? []
      : [
          {
            Sid: 'Push',
            Effect: 'Allow' as const,
            Action: [
              ...['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'],
              'ecr:DescribeImages',
            ],
            // copies in other Regions are made by replication, and a tag that stood there would keep the image out
            Resource: images.map(({ name }) => `arn:aws:ecr:${home}:${id}:repository/${name}`),
          },
        ]),
    {
      Sid: 'Artifacts',
      Effect: 'Allow',
      Action: 's3:PutObject',
      Resource: units.map((unit) => `arn:aws:s3:::${artifactsBucketName(deliveryAccount, id)}/${unit}/*`),
    },
    {
      // a large object is put in parts, each of which S3 reads again
      Sid: 'ArtifactsKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: `arn:aws:kms:*:${id}:key/*`,
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': `alias/${artifactsKeyAlias}` } },
    },
  ];
}

/** What pulling an image takes. */
export const pullActions = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
