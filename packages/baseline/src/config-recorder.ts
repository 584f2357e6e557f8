import { ConfigConfigurationRecorderStatus } from '@cdktf/provider-aws/lib/config-configuration-recorder-status/index.js';
import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder/index.js';
import { ConfigDeliveryChannel } from '@cdktf/provider-aws/lib/config-delivery-channel/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

export interface ConfigRecorderProps {
  readonly provider: AwsProvider;
  readonly roleArn: string;
  /** Bucket of the organization that takes the records. */
  readonly bucketName: string;
  /** Whether IAM and the like, which have no Region, are recorded here: in one Region, or each Region pays for them. */
  readonly globalTypes: boolean;
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** AWS Config records every resource of the account in one Region. An account has one recorder and channel per Region. */
export class ConfigRecorder extends Construct {
  constructor(scope: Construct, id: string, props: ConfigRecorderProps) {
    super(scope, id);
    const { provider } = props;
    const recorder = new ConfigConfigurationRecorder(this, 'Default', {
      provider,
      name: recorderName,
      roleArn: props.roleArn,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: props.globalTypes },
    });
    const channel = new ConfigDeliveryChannel(this, 'channel', {
      provider,
      name: recorderName,
      // the bucket encrypts by its default key
      s3BucketName: props.bucketName,
      // AWS Config refuses a channel without a recorder, checks the bucket, and starts only with a channel
      dependsOn: [recorder, ...(props.dependsOn ?? [])],
    });
    new ConfigConfigurationRecorderStatus(this, 'status', {
      provider,
      name: recorder.name,
      isEnabled: true,
      dependsOn: [channel],
    });
  }
}

const recorderName = 'bulkhead';
