import {
  AccountSettings,
  AccountStack,
  DeployerRole,
  EncryptionKey,
  PrivateBucket,
  type StackContext,
  accountId,
  memberAccount,
} from '@bulkhead/baseline';
import { type EnterpriseAccount, enterpriseAccountName, enterpriseUnit, stateBucketName } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { DeliveryControllerRole } from './delivery-controller-role.ts';
import { GithubProvider } from './github-trust.ts';
import { managementAccountId } from './management-account.ts';
import { PipelineRole } from './pipeline-role.ts';
import { platformEngineersTrust } from './platform-engineers.ts';

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

    new DeployerRole(this, 'deployer', { deliveryAccountId: id, managementAccountId: managementAccountId(context) });
    new AccountSettings(this, 'settings', { providers: this.providers });
    const { arn: keyArn } = new EncryptionKey(this, 'key', {
      alias: 'delivery',
      description: 'encrypts artifacts and Terraform state',
      accountId: id,
      provider,
    });
    new PrivateBucket(this, 'artifacts', { name: `${account.name}-artifacts-${id}`, provider, keyArn });

    const lock = { accounts: { [account.name]: { deployer: true } } };
    if (account.unit !== enterpriseUnit) {
      this.putIntoLock(lock);
      return;
    }
    new DeliveryControllerRole(this, 'controller', {
      managementAccountId: managementAccountId(context),
      trust: [
        platformEngineersTrust(organization.enterprise.signIn, {
          identity: accountId(enterpriseAccountName(organization.name, 'identity'), context),
          delivery: id,
        }),
      ],
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
