import {
  AccountStack,
  EncryptionKey,
  PrivateBucket,
  type StackContext,
  accountId,
  addBaseline,
  localTrust,
  managementAccountId,
  memberAccount,
} from '@bulkhead/baseline';
import { type EnterpriseAccount, artifactsBucketName, enterpriseUnit, stateBucketName } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { DeliveryControllerRole } from './delivery-controller-role.ts';
import { GithubProvider } from './github-trust.ts';
import { PipelineRole } from './pipeline-role.ts';

/**
 * Where pipelines run and the organization's artifacts lie; people use what runs here and don't reach into it.
 *
 * The shared delivery account also runs the controller, and holds Terraform's state, the organization's in a bucket of
 * its own.
 */
export class DeliveryStack extends AccountStack {
  constructor(scope: Construct, account: EnterpriseAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });
    const { organization } = context;
    const id = accountId(account.name, context);
    const provider = this.providerIn(account.regions[0]);

    addBaseline(this, account, context, this.providers);
    const { arn: keyArn } = new EncryptionKey(this, 'key', {
      alias: 'delivery',
      description: 'encrypts artifacts and Terraform state',
      accountId: id,
      provider,
    });
    new PrivateBucket(this, 'artifacts', { name: artifactsBucketName(account.name, id), provider, keyArn });

    const lock = { accounts: { [account.name]: { deployer: true } } };
    if (account.unit !== enterpriseUnit) {
      this.putIntoLock(lock);
      return;
    }
    new DeliveryControllerRole(this, 'controller', {
      managementAccountId: managementAccountId(context),
      trust: localTrust('controller', account, context),
    });
    const stateBuckets = {
      accounts: stateBucketName(organization.name, 'accounts', id),
      organization: stateBucketName(organization.name, 'organization', id),
    };
    new PrivateBucket(this, 'state', { name: stateBuckets.accounts, provider, keyArn });
    new PrivateBucket(this, 'organization-state', { name: stateBuckets.organization, provider, keyArn });
    const pipelines = organization.pipelines.filter(({ unit, host }) => unit === enterpriseUnit && host === 'github');
    if (pipelines.length > 0) new GithubProvider(this, 'github');
    for (const pipeline of pipelines) {
      new PipelineRole(this, `pipeline-${pipeline.slug}`, {
        pipeline,
        accountId: id,
        stateBucketArn: `arn:aws:s3:::${stateBuckets.accounts}`,
      });
    }
    this.putIntoLock({ ...lock, stateBuckets });
  }
}
