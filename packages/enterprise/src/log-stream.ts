import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import { KinesisFirehoseDeliveryStream } from '@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import { type TelemetryFlow, bucketArn } from './telemetry-flow.ts';

export interface LogStreamProps {
  readonly flow: TelemetryFlow;
  readonly unit: string;
  /** Role as which the stream writes to the archive. */
  readonly writerArn: string;
  readonly keyArn: string;
  readonly provider: AwsProvider;
  /** Who is told when logs don't arrive. */
  readonly topicArn: string;
}

/** `acme-logs-retail`. */
export const logStreamName = (organization: string, unit: string) => `${organization}-logs-${unit}`;

/** `logs/retail/`: whose logs they are is said by the prefix, to which the unit's readers are held. */
export const logPrefix = (unit: string) => `logs/${unit}/`;

/** Takes the logs of one unit's applications into the archive, in files of at most 64 MB or five minutes. */
export class LogStream extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: LogStreamProps) {
    super(scope, id);
    const { flow, unit, provider } = props;
    const name = logStreamName(flow.organization, unit);
    this.arn = new KinesisFirehoseDeliveryStream(this, 'Default', {
      provider,
      name,
      destination: 'extended_s3',
      extendedS3Configuration: {
        bucketArn: bucketArn(flow, 'archive'),
        roleArn: props.writerArn,
        prefix: `${logPrefix(unit)}${byDay}`,
        errorOutputPrefix: `errors/${logPrefix(unit)}!{firehose:error-output-type}/`,
        kmsKeyArn: props.keyArn,
        bufferingSize: 64,
        bufferingInterval: 300,
        compressionFormat: 'GZIP',
        // CloudWatch Logs compresses each record and ends none with a line, which Athena needs
        processingConfiguration: {
          enabled: true,
          processors: [
            { type: 'Decompression', parameters: [{ parameterName: 'CompressionFormat', parameterValue: 'GZIP' }] },
            { type: 'AppendDelimiterToRecord' },
          ],
        },
      },
      serverSideEncryption: { enabled: true },
    }).arn;
    new CloudwatchMetricAlarm(this, 'late', {
      provider,
      alarmName: `${name}-late`,
      alarmDescription: `logs of ${unit} have not arrived in the archive for half an hour`,
      namespace: 'AWS/Firehose',
      metricName: 'DeliveryToS3.DataFreshness',
      dimensions: { DeliveryStreamName: name },
      statistic: 'Maximum',
      period: 300,
      evaluationPeriods: 3,
      threshold: 1800,
      comparisonOperator: 'GreaterThanThreshold',
      treatMissingData: 'notBreaching',
      alarmActions: [props.topicArn],
    });
  }
}

const byDay = 'day=!{timestamp:yyyy-MM-dd}/';
