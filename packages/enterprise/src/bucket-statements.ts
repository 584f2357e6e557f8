import type { PolicyStatement } from '@bulkhead/baseline';

/** Access control lists stay with the owner of the bucket, or the object is not taken. */
export const ownersAcl = { 's3:x-amz-acl': 'bucket-owner-full-control' } as const;

/** Nobody deletes, whoever asks: administrators and the platform's own roles no more than others. */
export const noDelete = (bucketArn: string): PolicyStatement => ({
  Sid: 'NoDelete',
  Effect: 'Deny',
  Principal: '*',
  Action: ['s3:BypassGovernanceRetention', 's3:DeleteBucket', 's3:DeleteObject*'],
  Resource: [bucketArn, `${bucketArn}/*`],
});

/** Nobody writes but AWS's services and the roles as which they do, whatever identity policies allow. */
export const onlyDelivery = (bucketArn: string, writers: readonly string[]): PolicyStatement => ({
  Sid: 'OnlyDelivery',
  Effect: 'Deny',
  Principal: '*',
  Action: ['s3:PutObject*', 's3:Replicate*'],
  Resource: `${bucketArn}/*`,
  Condition: {
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    ...(writers.length > 0 && { ArnNotLike: { 'aws:PrincipalArn': writers } }),
  },
});
