import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy/index.js';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository/index.js';
import { Construct } from 'constructs';
import { storePolicy } from './store-policy.ts';
import { type MadeStore, type StoreProps, commonOf } from './store-props.ts';

/** Images that an account makes itself, beside the organization's own, which stand in delivery: a tag never moves. */
export class RepositoryStore extends Construct implements MadeStore {
  readonly name: string;
  readonly arn: string;
  readonly keyArn = undefined;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { resourceName, provider } = props;
    const { name: repository } = new EcrRepository(this, 'Default', {
      ...commonOf(props),
      name: resourceName,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
    });
    const policy = storePolicy(this, props);
    if (policy !== undefined) new EcrRepositoryPolicy(this, 'policy', { provider, repository, policy });
    this.name = resourceName;
    this.arn = props.terms.arn;
  }
}
