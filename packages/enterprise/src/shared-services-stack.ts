import { AccountStack, type StackContext, addBaseline, addConfigRecorders, memberAccount } from '@bulkhead/baseline';
import { type EnterpriseAccount, runtimeAccountsOf } from '@bulkhead/model';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { Construct } from 'constructs';
import { AccessLogsBucket } from './access-logs-bucket.ts';
import { AlarmTopic } from './alarm-topic.ts';
import { ArchiveBucket } from './archive-bucket.ts';
import { BillingBucket } from './billing-bucket.ts';
import { ConfigAggregator } from './config-aggregator.ts';
import { ConfigBucket } from './config-bucket.ts';
import { InventoryReaderRole } from './inventory-reader-role.ts';
import { LogDestination } from './log-destination.ts';
import { ArchiveWriter, LogForwarder } from './log-roles.ts';
import { LogStream, type LogStreamProps } from './log-stream.ts';
import { ObservabilitySink } from './observability-sink.ts';
import { OrganizationTrail } from './organization-trail.ts';
import { SecurityServices } from './security-services.ts';
import { type TelemetryFlow, telemetryFlowOf } from './telemetry-flow.ts';
import { TelemetryKey } from './telemetry-key.ts';
import { addTelemetryReaders } from './telemetry-readers.ts';
import { TrailAlarm } from './trail-alarm.ts';
import { UnrecordedNetworks } from './unrecorded-networks.ts';
import { UntaggedStores } from './untagged-stores.ts';
import { watchedEvents } from './watched-events.ts';

/**
 * "Hotel Audit": telemetry flows in and is read here, and nobody can modify it.
 *
 * Keys, sinks, destinations and detectors stand in every Region that an account uses, everything else at home.
 */
export class SharedServicesStack extends AccountStack {
  constructor(scope: Construct, account: EnterpriseAccount, context: StackContext) {
    super(scope, account.name, { context, unit: account.unit, account: memberAccount(account, context) });
    const { enterprise } = context.organization;
    const flow = telemetryFlowOf(context);
    const provider = this.providerIn(flow.home);

    addBaseline(this, account, context, this.providers);
    const keys = this.#perRegion(
      (region, each) => new TelemetryKey(this, `telemetry-key-${region}`, { flow, region, provider: each }).arn,
    );
    const keyArn = keys[flow.home] ?? '';
    const common = { flow, provider, keyArn };

    const accessLogs = new AccessLogsBucket(this, 'access-logs', { flow, provider, years: enterprise.retentionYears });
    const archive = new ArchiveBucket(this, 'archive', {
      ...common,
      accessLogs,
      objectLock: { mode: enterprise.lock, years: enterprise.retentionYears },
    });
    const config = new ConfigBucket(this, 'config', { ...common, accessLogs });
    new BillingBucket(this, 'billing', { flow, provider, accessLogs });

    const trail = new OrganizationTrail(this, 'trail', {
      ...common,
      dataEvents: enterprise.dataEvents,
      dependsOn: archive.ready,
    });
    const { security, operations } = enterprise.alarms;
    const topic = new AlarmTopic(this, 'security', { ...common, kind: 'security', emails: security });
    for (const event of watchedEvents(flow)) {
      const { logGroupName } = trail;
      new TrailAlarm(this, `alarm-${event.name}`, { event, logGroupName, topicArn: topic.arn, provider });
    }

    addConfigRecorders(this, account, context, this.providers, config.ready);
    new ConfigAggregator(this, 'config-aggregator', { flow, provider });
    new InventoryReaderRole(this, 'inventory-reader', { flow });
    for (const [region, each] of this.providers) {
      new UnrecordedNetworks(this, `flow-logs-${region}`, { context, region, provider: each });
      new UntaggedStores(this, `untagged-${region}`, { context, region, provider: each });
    }
    const { arn: topicArn } = new AlarmTopic(this, 'operations', { ...common, kind: 'operations', emails: operations });
    this.#addLogStreams(context, { ...common, topicArn });
    addTelemetryReaders(this, account, context, { ...common, accessLogs });

    this.putIntoLock({
      accounts: { [account.name]: { deployer: true } },
      sharedServices: { keys, sinks: this.#addSinks(flow), detectors: this.#addSecurity(context) },
    });
  }

  /** What a Region's own resource is called by AWS, by Region. */
  #perRegion(idIn: (region: string, provider: AwsProvider) => string): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.providers].map(([region, provider]) => [region, idIn(region, provider)]));
  }

  #addSinks({ organization, organizationId }: TelemetryFlow): Readonly<Record<string, string>> {
    const name = `${organization}-telemetry`;
    return this.#perRegion(
      (region, provider) => new ObservabilitySink(this, `sink-${region}`, { name, organizationId, provider }).arn,
    );
  }

  /** Ids of detectors by Region. */
  #addSecurity({ organization, lock }: StackContext): Readonly<Record<string, string>> {
    return this.#perRegion(
      (region, provider) =>
        new SecurityServices(this, `security-${region}`, {
          organization: organization.name,
          provider,
          aggregates: region === organization.regions[0],
          administers:
            lock.organization?.securityAdministered === true && lock.sharedServices?.detectors?.[region] !== undefined,
        }).detectorId,
    );
  }

  #addLogStreams(context: StackContext, common: Omit<LogStreamProps, 'unit' | 'writerArn'>): void {
    const { flow } = common;
    const { arn: writerArn } = new ArchiveWriter(this, 'archive-writer', flow);
    const { arn: forwarderArn } = new LogForwarder(this, 'log-forwarder', flow);
    const accounts = runtimeAccountsOf(context.organization);
    for (const { name: unit } of context.organization.businessUnits) {
      const { arn: streamArn } = new LogStream(this, `logs-${unit}`, { ...common, unit, writerArn });
      const ofUnit = accounts.filter((account) => account.unit === unit);
      for (const [region, provider] of this.providers) {
        if (!ofUnit.some(({ regions }) => regions.includes(region))) continue;
        new LogDestination(this, `destination-${unit}-${region}`, {
          ...{ flow, unit, region, provider, streamArn, forwarderArn },
          accountIds: ofUnit.flatMap(({ name }) => context.lock.accounts?.[name]?.id ?? []),
        });
      }
    }
  }
}
