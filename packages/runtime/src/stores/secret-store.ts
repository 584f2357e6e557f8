import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy/index.js';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret/index.js';
import { Construct } from 'constructs';
import { StoreKey } from './store-key.ts';
import { storePolicy } from './store-policy.ts';
import { type MadeStore, type StoreProps, commonOf, isPrecious } from './store-props.ts';

/** A secret without its value, which never stands in Terraform. */
export class SecretStore extends Construct implements MadeStore {
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { resourceName: name, provider } = props;
    const key = new StoreKey(this, 'key', props);
    const { arn: secretArn } = new SecretsmanagerSecret(this, 'Default', {
      ...commonOf(props),
      name,
      kmsKeyId: key.arn,
      // days in which a deleted one can be had back, the most and the least that AWS knows
      recoveryWindowInDays: isPrecious(props) ? 30 : 7,
    });
    const policy = storePolicy(this, props);
    if (policy !== undefined) new SecretsmanagerSecretPolicy(this, 'policy', { provider, secretArn, policy });
    this.name = name;
    this.arn = props.terms.arn;
    this.keyArn = key.arn;
  }
}
