import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter/index.js';
import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import type { WatchedEvent } from './watched-events.ts';

export interface TrailAlarmProps {
  readonly event: WatchedEvent;
  readonly logGroupName: string;
  readonly topicArn: string;
  readonly provider: AwsProvider;
}

/** Tells a topic within about five minutes that an event stands in the trail. */
export class TrailAlarm extends Construct {
  constructor(scope: Construct, id: string, { event, logGroupName, topicArn, provider }: TrailAlarmProps) {
    super(scope, id);
    const metric = { name: event.name, namespace: 'Bulkhead' };
    new CloudwatchLogMetricFilter(this, 'filter', {
      provider,
      name: event.name,
      logGroupName,
      pattern: event.pattern,
      metricTransformation: { ...metric, value: '1' },
    });
    new CloudwatchMetricAlarm(this, 'Default', {
      provider,
      alarmName: event.name,
      alarmDescription: event.description,
      namespace: metric.namespace,
      metricName: metric.name,
      statistic: 'Sum',
      period: 300,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      treatMissingData: 'notBreaching',
      alarmActions: [topicArn],
    });
  }
}
