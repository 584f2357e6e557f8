import { services } from './services.ts';
import type { CatalogueService } from './services.ts';

/** Something that AWS meters, at a price that looks right: a round number of our own, not AWS's price list. */
export interface CatalogueItem {
  readonly service: CatalogueService;
  /** Without the Region's prefix. */
  readonly usageType: string;
  readonly operation: string;
  readonly unit: string;
  /** What the price is for, in AWS's manner: `GB-month of storage`. */
  readonly per: string;
  /** USD in us-east-1. Its decimals and those of the quantity are at most ten together, so that costs are exact. */
  readonly price: string;
  readonly quantityDecimals: number;
  /** Whether it costs the same on every day of a month: storage and what is always on. */
  readonly isSteady: boolean;
  /** Percent that a compute savings plan takes off; undefined where it doesn't apply. */
  readonly planDiscount?: number;
  readonly details?: Readonly<Record<string, string>>;
}

type Metered = Pick<CatalogueItem, 'service' | 'usageType' | 'operation' | 'per' | 'price'>;

const instance = (type: string, price: string, planDiscount: number): CatalogueItem => ({
  service: services.ec2,
  usageType: `BoxUsage:${type}`,
  operation: 'RunInstances',
  price,
  planDiscount,
  unit: 'Hours',
  per: `On Demand Linux ${type} Instance Hour`,
  quantityDecimals: 4,
  isSteady: false,
  details: { InstanceType: type, InstanceSeries: type.split('.')[0] ?? type, OperatingSystem: 'Linux' },
});

const database = (type: string, price: string): CatalogueItem => ({
  service: services.rds,
  usageType: `InstanceUsage:${type}`,
  operation: 'CreateDBInstance:0014',
  price,
  unit: 'Hours',
  per: `RDS ${type} Single-AZ instance hour running PostgreSQL`,
  quantityDecimals: 4,
  isSteady: false,
  details: { InstanceType: type },
});

const stored = (metered: Metered): CatalogueItem => ({
  ...metered,
  unit: 'GB-Months',
  quantityDecimals: 5,
  isSteady: true,
});
const moved = (metered: Metered): CatalogueItem => ({ ...metered, unit: 'GB', quantityDecimals: 6, isSteady: false });
const counted = (unit: string, metered: Metered): CatalogueItem => ({
  ...metered,
  unit,
  quantityDecimals: 0,
  isSteady: false,
});
const standing = (unit: string, metered: Metered): CatalogueItem => ({
  ...metered,
  unit,
  quantityDecimals: 4,
  isSteady: true,
});

const { ebs, s3, rds, dynamodb, lambda, transfer, nat, elb, kms, cloudwatch, cloudtrail, config, codebuild, ecr } =
  services;
const { guardduty, securityHub, costExplorer } = services;
const perRequest = 'PayPerRequestThroughput';

// prettier-ignore
export const catalogue = {
  m5Large12: instance('m5.12xlarge', '2.3040', 36),
  r5Large4: instance('r5.4xlarge', '1.0080', 35),
  c5Large4: instance('c5.4xlarge', '0.6800', 33),
  m5Large: instance('m5.xlarge', '0.1920', 31),
  t3Medium: instance('t3.medium', '0.0416', 27),
  volumes: stored({ service: ebs, usageType: 'EBS:VolumeUsage.gp3', operation: 'CreateVolume-Gp3', per: 'GB-month of General Purpose (gp3) provisioned storage', price: '0.0800' }),
  snapshots: stored({ service: ebs, usageType: 'EBS:SnapshotUsage', operation: 'CreateSnapshot', per: 'GB-month of snapshot data stored', price: '0.0500' }),
  functions: { ...counted('Lambda-GB-Seconds', { service: lambda, usageType: 'Lambda-GB-Second', operation: 'Invoke', per: 'GB-Second of Lambda compute', price: '0.0000166667' }), planDiscount: 12 },
  invocations: counted('Requests', { service: lambda, usageType: 'Request', operation: 'Invoke', per: 'Lambda request', price: '0.00000020' }),
  objects: stored({ service: s3, usageType: 'TimedStorage-ByteHrs', operation: 'StandardStorage', per: 'GB-month of Standard storage', price: '0.0230' }),
  archive: stored({ service: s3, usageType: 'TimedStorage-GIR-ByteHrs', operation: 'GlacierInstantRetrievalStorage', per: 'GB-month of Glacier Instant Retrieval storage', price: '0.0040' }),
  puts: counted('Requests', { service: s3, usageType: 'Requests-Tier1', operation: 'PutObject', per: 'PUT, COPY, POST or LIST request', price: '0.00000500' }),
  gets: counted('Requests', { service: s3, usageType: 'Requests-Tier2', operation: 'GetObject', per: 'GET or other request', price: '0.00000040' }),
  databases: database('db.r5.2xlarge', '1.0000'),
  smallDatabases: database('db.t3.medium', '0.0720'),
  databaseStorage: stored({ service: rds, usageType: 'RDS:GP3-Storage', operation: 'CreateDBInstance:0014', per: 'GB-month of provisioned gp3 storage running PostgreSQL', price: '0.1150' }),
  tableWrites: counted('WriteRequestUnits', { service: dynamodb, usageType: 'WriteRequestUnits', operation: perRequest, per: 'write request unit', price: '0.00000125' }),
  tableReads: counted('ReadRequestUnits', { service: dynamodb, usageType: 'ReadRequestUnits', operation: perRequest, per: 'read request unit', price: '0.00000025' }),
  transferOut: moved({ service: transfer, usageType: 'DataTransfer-Out-Bytes', operation: 'RunInstances', per: 'GB data transfer out to the internet', price: '0.0900' }),
  transferBetweenZones: moved({ service: transfer, usageType: 'DataTransfer-Regional-Bytes', operation: 'InterZone-Out', per: 'GB regional data transfer', price: '0.0100' }),
  natHours: standing('Hours', { service: nat, usageType: 'NatGateway-Hours', operation: 'NatGateway', per: 'NAT Gateway Hour', price: '0.0450' }),
  natBytes: moved({ service: nat, usageType: 'NatGateway-Bytes', operation: 'NatGateway', per: 'GB Data Processed by NAT Gateways', price: '0.0450' }),
  balancers: standing('Hours', { service: elb, usageType: 'LoadBalancerUsage', operation: 'LoadBalancing:Application', per: 'Application LoadBalancer-hour', price: '0.0225' }),
  balancerUnits: { ...standing('LCU-Hours', { service: elb, usageType: 'LCUUsage', operation: 'LoadBalancing:Application', per: 'Application load balancer capacity unit-hour', price: '0.0080' }), isSteady: false },
  keys: standing('Keys', { service: kms, usageType: 'KMS-Keys', operation: 'Unknown', per: 'customer managed key', price: '1.0000' }),
  keyRequests: counted('Requests', { service: kms, usageType: 'KMS-Requests', operation: 'Decrypt', per: 'KMS request', price: '0.00000300' }),
  metrics: standing('Metrics', { service: cloudwatch, usageType: 'CW:MetricMonitorUsage', operation: 'MetricStorage', per: 'metric-month', price: '0.3000' }),
  logs: moved({ service: cloudwatch, usageType: 'DataProcessing-Bytes', operation: 'PutLogEvents', per: 'GB custom log data ingested', price: '0.5000' }),
  trailEvents: counted('Events', { service: cloudtrail, usageType: 'DataEventsRecorded', operation: 'None', per: 'data event recorded', price: '0.00000100' }),
  configItems: counted('ConfigurationItemRecorded', { service: config, usageType: 'ConfigurationItemRecorded', operation: 'None', per: 'configuration item recorded', price: '0.0030' }),
  findings: counted('Events', { service: guardduty, usageType: 'PaidEventsAnalyzed', operation: 'CloudTrailEvents', per: 'event analyzed', price: '0.00000400' }),
  checks: counted('Checks', { service: securityHub, usageType: 'PaidComplianceCheck', operation: 'None', per: 'compliance check', price: '0.0010' }),
  builds: counted('Minutes', { service: codebuild, usageType: 'Build-Min:Linux:g1.medium', operation: 'None', per: 'build minute on general1.medium', price: '0.0100' }),
  images: stored({ service: ecr, usageType: 'TimedStorage-ByteHrs', operation: 'None', per: 'GB-month of data storage', price: '0.1000' }),
  costRequests: counted('Requests', { service: costExplorer, usageType: 'APIRequest', operation: 'GetCostAndUsage', per: 'API request', price: '0.0100' }),
} satisfies Readonly<Record<string, CatalogueItem>>;

export type ItemName = keyof typeof catalogue;
