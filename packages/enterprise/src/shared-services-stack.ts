import {
  AccountStack,
  EncryptionKey,
  PrivateBucket,
  type StackContext,
  accountId,
  addBaseline,
  memberAccount,
  organizationId,
} from '@bulkhead/baseline';
import { type EnterpriseAccount, sharedServicesBucketName } from '@bulkhead/model';
import type { Construct } from 'constructs';
import { ObservabilitySink } from './observability-sink.ts';

/**
 * "Hotel Audit": telemetry flows in and is read here, and nobody can modify it.
 *
 * Keys and sinks stand in every Region that an account uses, the archive in the home Region.
 */
export class SharedServicesStack extends AccountStack {
  constructor(scope: Construct, account: EnterpriseAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });
    const { organization } = context;
    const id = accountId(account.name, context);

    addBaseline(this, account, context, this.providers);

    const keys: Record<string, string> = {};
    const sinks: Record<string, string> = {};
    for (const [region, provider] of this.providers) {
      keys[region] = new EncryptionKey(this, `telemetry-key-${region}`, {
        alias: 'telemetry',
        description: `encrypts telemetry of the organization in ${region}`,
        accountId: id,
        provider,
        use: [
          {
            Sid: 'Organization',
            Effect: 'Allow',
            Principal: '*',
            Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey*'],
            Resource: '*',
            Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId(context) } },
          },
        ],
      }).arn;
      sinks[region] = new ObservabilitySink(this, `sink-${region}`, {
        name: `${organization.name}-telemetry`,
        organizationId: organizationId(context),
        provider,
      }).arn;
    }

    const [home] = account.regions;
    new PrivateBucket(this, 'archive', {
      name: sharedServicesBucketName(organization.name, 'archive', id),
      provider: this.providerIn(home),
      keyArn: keys[home] ?? '',
      objectLock: { mode: organization.enterprise.lock, years: organization.enterprise.retentionYears },
    });

    this.putIntoLock({ accounts: { [account.name]: { deployer: true } }, sharedServices: { keys, sinks } });
  }
}
