import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias/index.js';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import { type PolicyStatement, policyJson } from './policy-json.ts';

export interface EncryptionKeyProps {
  /** Alias without `alias/`. */
  readonly alias: string;
  readonly description: string;
  readonly accountId: string;
  readonly provider: AwsProvider;
  /** Who may use the key, besides the account's own policies. */
  readonly use?: readonly PolicyStatement[];
  /** Denies everybody, the account's administrators too, to delete or disable the key. */
  readonly undeletable?: true;
  /** Lets a plan destroy the key, after a week: where nothing that it encrypts would be missed. */
  readonly destroyable?: boolean;
  /** Put on the key besides the account's tags. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Characters that AWS takes in the policy of a key. Source: AWS KMS Developer Guide, resource quotas. */
const most = 32_768;

/** A customer managed key that rotates every year and that no plan destroys unless it may: what it encrypted would be lost. */
export class EncryptionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { provider } = props;
    const policy = policyJson([
      {
        Sid: 'Account',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${props.accountId}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      ...(props.use ?? []),
      ...(props.undeletable ? [undeletable] : []),
    ]);
    this.node.addValidation({
      validate: () =>
        policy.length > most
          ? [`the policy of alias/${props.alias} has ${policy.length} characters, AWS takes ${most}: let fewer use it`]
          : [],
    });
    const key = new KmsKey(this, 'Default', {
      provider,
      description: props.description,
      enableKeyRotation: true,
      deletionWindowInDays: props.destroyable ? 7 : 30,
      policy,
      ...(props.tags && { tags: { ...props.tags } }),
      ...(!props.destroyable && { lifecycle: { preventDestroy: true } }),
    });
    new KmsAlias(this, 'alias', { provider, name: `alias/${props.alias}`, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}

const undeletable: PolicyStatement = {
  Sid: 'Undeletable',
  Effect: 'Deny',
  Principal: '*',
  Action: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'],
  Resource: '*',
};
