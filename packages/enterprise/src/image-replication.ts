import { EcrReplicationConfiguration } from '@cdktf/provider-aws/lib/ecr-replication-configuration/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

export interface ImageReplicationProps {
  /** The delivery account. */
  readonly accountId: string;
  /** Where images are copied to; at least one. */
  readonly regions: readonly string[];
  /** Of the Region in which images are pushed. */
  readonly provider: AwsProvider;
  /** The repositories that take the copies: replication would make others in their place. */
  readonly dependsOn: ITerraformDependable[];
}

/**
 * Copies every image that is pushed from now on into further Regions of the account. The call makes a service-linked role.
 *
 * Source: Amazon ECR User Guide, private image replication: what lies there already is not copied.
 */
export class ImageReplication extends Construct {
  constructor(scope: Construct, id: string, { accountId, regions, provider, dependsOn }: ImageReplicationProps) {
    super(scope, id);
    new EcrReplicationConfiguration(this, 'Default', {
      provider,
      replicationConfiguration: {
        rule: [{ destination: regions.map((region) => ({ region, registryId: accountId })) }],
      },
      dependsOn,
    });
  }
}
