import type { PolicyStatement } from '@bulkhead/baseline';

export interface StateStatementsProps {
  readonly bucketArn: string;
  /** Keys of the states; wildcards match. */
  readonly keys: readonly string[];
  /** Whether the state is written, or only read. */
  readonly writes: boolean;
}

type Access = Pick<PolicyStatement, 'Sid' | 'Effect' | 'Resource'> & { readonly Action: string | readonly string[] };

/**
 * What Terraform does with states in a bucket: it takes and removes a lock file beside each one that it writes, and never
 * removes a state.
 *
 * Listing is of the whole bucket: to a role that may not list, S3 answers that a state which is not there yet is denied.
 * Source: Terraform, S3 backend, bucket permissions.
 */
export function stateStatements({ bucketArn, keys, writes }: StateStatementsProps): readonly Access[] {
  const list: Access = { Sid: 'StateList', Effect: 'Allow', Action: 's3:ListBucket', Resource: bucketArn };
  const states = keys.map((key) => `${bucketArn}/${key}`);
  if (states.length === 0) return [];
  if (!writes) return [list, { Sid: 'State', Effect: 'Allow', Action: 's3:GetObject', Resource: states }];
  return [
    list,
    { Sid: 'State', Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: states },
    {
      Sid: 'StateLock',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      Resource: states.map((arn) => `${arn}.tflock`),
    },
  ];
}

export interface StateKeyProps {
  /** The shared delivery account, where the key stands. */
  readonly keyAccountId: string;
  /** The account of the role that uses it. */
  readonly accountId: string;
  readonly home: string;
  readonly writes: boolean;
}

/**
 * Use of the key that encrypts states, through S3 only.
 *
 * Of a key in its own account a role needs no more than this; of one in another account the key's policy decides as well,
 * which names the roles.
 */
export function stateKeyStatement({ keyAccountId, accountId, home, writes }: StateKeyProps): PolicyStatement {
  return {
    Sid: 'StateKey',
    Effect: 'Allow',
    Action: writes ? ['kms:Decrypt', 'kms:GenerateDataKey'] : 'kms:Decrypt',
    Resource: `arn:aws:kms:${home}:${keyAccountId}:key/*`,
    Condition: {
      StringEquals: { 'kms:ViaService': `s3.${home}.amazonaws.com` },
      ...(keyAccountId === accountId && {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': `alias/${stateKeyAlias}` },
      }),
    },
  };
}

/** Alias of the key that encrypts states, without `alias/`. */
export const stateKeyAlias = 'state';
