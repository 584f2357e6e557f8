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
  organizationId,
} from '@bulkhead/baseline';
import {
  type EnterpriseAccount,
  artifactsBucketName,
  enterpriseAccountName,
  enterpriseUnit,
  groupsBecoming,
  stateBucketName,
} from '@bulkhead/model';
import type { Construct } from 'constructs';
import { artifactKeyUse, artifactStatements } from './artifact-statements.ts';
import { DeliveryAdminRole } from './delivery-admin-role.ts';
import { DeliveryControllerRole } from './delivery-controller-role.ts';
import { addImages } from './delivery-images.ts';
import { DeliveryUserRole } from './delivery-user-role.ts';
import { OidcProvider } from './oidc-provider.ts';
import { PipelineEnvironmentRoles } from './pipeline-environment-roles.ts';
import { artifactsKeyAlias } from './publishing-statements.ts';
import { accountsStateAccess, organizationStateAccess, stateKeyUse } from './state-access.ts';
import { stateKeyAlias } from './state-statements.ts';

/**
 * Where pipelines get in and artifacts lie that are canonical for the organization; people use what runs here and don't
 * reach into it.
 *
 * The shared delivery account also runs the controller, and holds Terraform's state, the organization's in a bucket of
 * its own. The delivery account of a unit has the rest, for its unit alone.
 */
export class DeliveryStack extends AccountStack {
  constructor(scope: Construct, account: EnterpriseAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });

    addBaseline(this, account, context, this.providers);
    this.addArtifacts(account, context);
    this.addPipelines(account, context);
    // people of units that deliver from here: in a shared account there may be none
    if (groupsBecoming(context.organization, account.name, 'delivery-user').length > 0) {
      new DeliveryUserRole(this, 'delivery-user', { trust: localTrust('delivery-user', account, context) });
    }
    new DeliveryAdminRole(this, 'delivery-admin', {
      organization: context.organization.name,
      trust: localTrust('delivery-admin', account, context),
    });

    const lock = { accounts: { [account.name]: { deployer: true } } };
    if (account.unit !== enterpriseUnit) {
      this.putIntoLock(lock);
      return;
    }
    new DeliveryControllerRole(this, 'controller', {
      managementAccountId: managementAccountId(context),
      sharedServicesAccountId: accountId(enterpriseAccountName(context.organization.name, 'shared-services'), context),
      trust: localTrust('controller', account, context),
    });
    this.putIntoLock({ ...lock, stateBuckets: this.addState(account, context) });
  }

  private addArtifacts(account: EnterpriseAccount, context: StackContext): void {
    const [region] = account.regions;
    const provider = this.providerIn(region);
    const ids = { organizationId: organizationId(context), accountId: accountId(account.name, context) };
    const { arn: keyArn } = new EncryptionKey(this, 'key', {
      alias: artifactsKeyAlias,
      description: 'encrypts artifacts and images',
      accountId: ids.accountId,
      provider,
      use: artifactKeyUse({ ...ids, region }),
      undeletable: true,
    });
    const name = artifactsBucketName(account.name, ids.accountId);
    const policy = artifactStatements(`arn:aws:s3:::${name}`, { ...ids, region });
    new PrivateBucket(this, 'artifacts', { name, provider, keyArn, policy });
    addImages(this, account, context, keyArn);
  }

  private addPipelines(account: EnterpriseAccount, context: StackContext): void {
    const pipelines = context.organization.pipelines.filter(({ deliveryAccount }) => deliveryAccount === account.name);
    for (const host of new Set(pipelines.map((each) => each.host))) new OidcProvider(this, host, { host });
    for (const pipeline of pipelines) {
      for (const environment of pipeline.environments) {
        const id = `pipeline-${pipeline.slug}-${environment.name}`;
        new PipelineEnvironmentRoles(this, id, { pipeline, environment, context });
      }
    }
  }

  /** Names of the buckets that hold Terraform's state. */
  private addState(account: EnterpriseAccount, context: StackContext) {
    const id = accountId(account.name, context);
    const provider = this.providerIn(account.regions[0]);
    const { arn: keyArn } = new EncryptionKey(this, 'state-key', {
      alias: stateKeyAlias,
      description: 'encrypts Terraform state',
      accountId: id,
      provider,
      use: stateKeyUse(context),
      undeletable: true,
    });
    const accounts = stateBucketName(context.organization.name, 'accounts', id);
    const organization = stateBucketName(context.organization.name, 'organization', id);
    const policies = {
      accounts: accountsStateAccess(`arn:aws:s3:::${accounts}`, context),
      organization: organizationStateAccess(`arn:aws:s3:::${organization}`, context),
    };
    new PrivateBucket(this, 'state', { name: accounts, provider, keyArn, policy: policies.accounts });
    new PrivateBucket(this, 'organization-state', {
      name: organization,
      provider,
      keyArn,
      policy: policies.organization,
    });
    return { accounts, organization };
  }
}
