import { logPrefix } from './log-stream.ts';
import { type TelemetryFlow, bucketName } from './telemetry-flow.ts';

/** A table over files of the archive, whose partitions are computed: nobody has to add any. */
export interface TelemetryTable {
  readonly name: string;
  readonly description: string;
  readonly location: string;
  /** Where a partition lies: `{day}` stands for the value of a key. */
  readonly template: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, Projection>>;
  readonly format: 'trail' | 'json' | 'spaces';
}

/** Values that a key of partitions has. A query names those that are injected. */
export type Projection =
  | { readonly type: 'enum'; readonly values: readonly string[] }
  | { readonly type: 'date'; readonly format: string }
  | { readonly type: 'injected' };

/** `logs_data_science`: Athena has no hyphen in a name that isn't quoted. */
export const logTableName = (unit: string) => `logs_${unit.replaceAll('-', '_')}`;

/** Tables that cover every account: where a reader may see less, it has to say which accounts it asks about. */
export const commonTables = ['trail', 'objects', 'flow', 'dns'] as const;

export interface TelemetryTablesOptions {
  readonly flow: TelemetryFlow;
  readonly units: readonly string[];
  readonly accountIds: readonly string[];
  readonly regions: readonly string[];
}

/** Source: Amazon Athena User Guide, query AWS service logs; partition projection. */
export function telemetryTables(options: TelemetryTablesOptions): readonly TelemetryTable[] {
  const { flow, units } = options;
  const archive = `s3://${bucketName(flow, 'archive')}`;
  const account: Projection = { type: 'enum', values: options.accountIds };
  const region: Projection = { type: 'enum', values: options.regions };
  const day: Projection = { type: 'date', format: 'yyyy/MM/dd' };
  const logs = `${archive}/AWSLogs/`;
  const trail = `${logs}${flow.organizationId}/`;
  return [
    {
      name: 'trail',
      description: 'calls in every account',
      location: trail,
      template: `${trail}{account}/CloudTrail/{region}/{day}`,
      columns: trailColumns,
      keys: { account, region, day },
      format: 'trail',
    },
    {
      name: 'objects',
      description: 'reads and writes of data in accounts whose data is sensitive',
      location: logs,
      template: `${logs}{account}/CloudTrail/{region}/{day}`,
      columns: trailColumns,
      keys: { account, region, day },
      format: 'trail',
    },
    {
      name: 'flow',
      description: 'traffic of networks',
      location: logs,
      template: `${logs}{account}/vpcflowlogs/{region}/{day}`,
      columns: flowColumns,
      keys: { account, region, day },
      format: 'spaces',
    },
    {
      name: 'dns',
      description: 'names that were asked for in networks',
      location: logs,
      template: `${logs}{account}/vpcdnsquerylogs/{vpc}/{day}`,
      columns: dnsColumns,
      keys: { account, vpc: { type: 'injected' }, day },
      format: 'json',
    },
    ...units.map((unit): TelemetryTable => ({
      name: logTableName(unit),
      description: `logs of applications of ${unit}`,
      location: `${archive}/${logPrefix(unit)}`,
      template: `${archive}/${logPrefix(unit)}day={day}`,
      columns: logColumns,
      keys: { day: { type: 'date', format: 'yyyy-MM-dd' } },
      format: 'json',
    })),
  ];
}

const strings = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, 'string']));

const trailColumns = {
  ...strings('eventversion eventtime eventsource eventname awsregion sourceipaddress useragent errorcode errormessage'),
  ...strings('requestparameters responseelements additionaleventdata requestid eventid readonly eventtype apiversion'),
  ...strings('recipientaccountid serviceeventdetails sharedeventid vpcendpointid'),
  useridentity: `struct<${Object.entries({
    ...strings('type principalid arn accountid invokedby accesskeyid username'),
    sessioncontext: `struct<attributes:struct<mfaauthenticated:string,creationdate:string>,sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>>`,
  })
    .map(([name, type]) => `${name}:${type}`)
    .join(',')}>`,
  resources: 'array<struct<arn:string,accountid:string,type:string>>',
};

const flowColumns = {
  version: 'int',
  ...strings('account_id interface_id srcaddr dstaddr'),
  ...Object.fromEntries(['srcport', 'dstport', 'protocol'].map((name) => [name, 'int'])),
  ...Object.fromEntries(['packets', 'bytes', 'start', 'end'].map((name) => [name, 'bigint'])),
  ...strings('action log_status'),
};

const dnsColumns = {
  ...strings('version account_id vpc_id query_timestamp query_name query_type query_class rcode'),
  answers: 'array<struct<rdata:string,type:string,class:string>>',
  ...strings('srcaddr srcport transport'),
  srcids: 'struct<instance:string,resolver_endpoint:string>',
};

/** Source: Amazon CloudWatch Logs User Guide, real-time processing of log data with subscriptions. */
const logColumns = {
  ...strings('messagetype owner loggroup logstream'),
  subscriptionfilters: 'array<string>',
  logevents: 'array<struct<id:string,timestamp:bigint,message:string>>',
};
