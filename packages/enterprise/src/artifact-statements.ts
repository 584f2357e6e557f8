import type { PolicyStatement } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';

export interface ArtifactStatementsProps {
  readonly organizationId: string;
  /** The delivery account. */
  readonly accountId: string;
  /** Region of the bucket. */
  readonly region: string;
}

/**
 * Principals of the organization's other accounts, whose own policies decide as well. In the account itself a policy like
 * this would do alone, so that it leaves that account out.
 */
const otherAccounts = ({ organizationId, accountId }: ArtifactStatementsProps) =>
  ({
    StringEquals: { 'aws:PrincipalOrgID': organizationId },
    StringNotEquals: { 'aws:PrincipalAccount': accountId },
  }) as const;

/** Policy of a bucket with artifacts: the organization reads, and nobody but the deployer removes. */
export function artifactStatements(bucketArn: string, props: ArtifactStatementsProps): readonly PolicyStatement[] {
  return [
    {
      Sid: 'Read',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: `${bucketArn}/*`,
      Condition: otherAccounts(props),
    },
    {
      Sid: 'Lasting',
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
      Resource: `${bucketArn}/*`,
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': platformRoleArn(props.accountId, 'deployer') } },
    },
  ];
}

/** Use of the key of artifacts: the organization decrypts what S3 gives it. */
export function artifactKeyUse(props: ArtifactStatementsProps): readonly PolicyStatement[] {
  const { StringEquals, StringNotEquals } = otherAccounts(props);
  return [
    {
      Sid: 'Read',
      Effect: 'Allow',
      Principal: '*',
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: {
        StringEquals: { ...StringEquals, 'kms:ViaService': `s3.${props.region}.amazonaws.com` },
        StringNotEquals,
      },
    },
  ];
}
