import { GlueCatalogDatabase } from '@cdktf/provider-aws/lib/glue-catalog-database/index.js';
import { GlueCatalogTable } from '@cdktf/provider-aws/lib/glue-catalog-table/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';
import type { Projection, TelemetryTable } from './telemetry-tables.ts';

export interface TelemetryCatalogProps {
  readonly provider: AwsProvider;
  readonly tables: readonly TelemetryTable[];
}

/** Database of the tables, in the Glue catalog of the account. */
export const telemetryDatabase = 'telemetry';

/** What can be asked of the archive in SQL, by Athena. Who may see what is said by the roles of readers, file by file. */
export class TelemetryCatalog extends Construct {
  constructor(scope: Construct, id: string, { provider, tables }: TelemetryCatalogProps) {
    super(scope, id);
    const database = new GlueCatalogDatabase(this, 'Default', { provider, name: telemetryDatabase });
    for (const table of tables) {
      new GlueCatalogTable(this, table.name, {
        provider,
        databaseName: database.name,
        name: table.name,
        description: table.description,
        tableType: 'EXTERNAL_TABLE',
        parameters: parametersOf(table),
        partitionKeys: Object.keys(table.keys).map((name) => ({ name, type: 'string' })),
        storageDescriptor: {
          location: table.location,
          columns: Object.entries(table.columns).map(([name, type]) => ({ name, type })),
          ...formats[table.format],
        },
      });
    }
  }
}

function parametersOf({ template, keys, format }: TelemetryTable): Readonly<Record<string, string>> {
  return {
    EXTERNAL: 'TRUE',
    'projection.enabled': 'true',
    // Terraform takes two dollars for one that is no reference of its own
    'storage.location.template': template.replaceAll(/\{(\w+)\}/g, '$$$${$1}'),
    ...Object.fromEntries(
      Object.entries(keys).flatMap(([key, projection]) =>
        Object.entries(projected(projection)).map(([name, value]) => [`projection.${key}.${name}`, value]),
      ),
    ),
    ...(format === 'spaces' && { 'skip.header.line.count': '1' }),
  };
}

function projected(projection: Projection): Readonly<Record<string, string>> {
  const { type } = projection;
  switch (type) {
    case 'enum':
      return { type, values: projection.values.join(',') };
    case 'date':
      return { type, format: projection.format, range: 'NOW-10YEARS,NOW', interval: '1', 'interval.unit': 'DAYS' };
    case 'injected':
      return { type };
  }
}

const text = {
  inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
};

const formats = {
  trail: {
    inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
    outputFormat: text.outputFormat,
    serDeInfo: { serializationLibrary: 'org.apache.hive.hcatalog.data.JsonSerDe' },
  },
  json: { ...text, serDeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' } },
  spaces: {
    ...text,
    serDeInfo: {
      serializationLibrary: 'org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe',
      parameters: { 'field.delim': ' ', 'serialization.format': ' ' },
    },
  },
} as const;
