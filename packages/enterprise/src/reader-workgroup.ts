import { AthenaWorkgroup } from '@cdktf/provider-aws/lib/athena-workgroup/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import { type TelemetryFlow, bucketName } from './telemetry-flow.ts';

export interface ReaderWorkgroupProps {
  readonly flow: TelemetryFlow;
  readonly name: string;
  readonly provider: AwsProvider;
  readonly keyArn: string;
}

/** Where a reader asks: results lie under its own prefix, whatever a query says. */
export class ReaderWorkgroup extends Construct {
  constructor(scope: Construct, id: string, { flow, name, provider, keyArn }: ReaderWorkgroupProps) {
    super(scope, id);
    new AthenaWorkgroup(this, 'Default', {
      provider,
      name,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        resultConfiguration: {
          outputLocation: `s3://${bucketName(flow, 'queries')}/${name}/`,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: keyArn },
        },
      },
    });
  }
}
