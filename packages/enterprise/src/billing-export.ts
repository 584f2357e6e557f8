import { BcmdataexportsExport } from '@cdktf/provider-aws/lib/bcmdataexports-export/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { costAndUsageColumns, focusColumns } from './billing-columns.ts';

export interface BillingExportProps {
  readonly table: keyof typeof columns;
  readonly managementId: string;
  readonly bucket: { readonly name: string; readonly region: string };
  /** Of us-east-1, where Data Exports is. */
  readonly provider: AwsProvider;
  readonly dependsOn: readonly ITerraformDependable[];
}

const columns = { FOCUS_1_2_AWS: focusColumns, COST_AND_USAGE_REPORT: costAndUsageColumns };

/** `focus-1-2`, `cur-2-0`: prefix and name of an export. */
const names = { FOCUS_1_2_AWS: 'focus-1-2', COST_AND_USAGE_REPORT: 'cur-2-0' };

/** What all accounts were charged, day by day, as Parquet. AWS writes it anew until a month is closed. */
export class BillingExport extends Construct {
  constructor(scope: Construct, id: string, props: BillingExportProps) {
    super(scope, id);
    const { table, bucket } = props;
    new BcmdataexportsExport(this, 'Default', {
      provider: props.provider,
      export: [
        {
          name: names[table],
          dataQuery: [
            {
              queryStatement: `SELECT ${columns[table].join(', ')} FROM ${table}`,
              tableConfigurations: { [table]: settings(props) },
            },
          ],
          destinationConfigurations: [
            {
              s3Destination: [
                {
                  s3Bucket: bucket.name,
                  s3Prefix: names[table],
                  s3Region: bucket.region,
                  s3OutputConfigurations: [
                    { outputType: 'CUSTOM', format: 'PARQUET', compression: 'PARQUET', overwrite: 'OVERWRITE_REPORT' },
                  ],
                },
              ],
            },
          ],
          refreshCadence: [{ frequency: 'SYNCHRONOUS' }],
        },
      ],
      dependsOn: [...props.dependsOn],
    });
  }
}

/** Where one is said, AWS wants all. Source: Terraform AWS provider, aws_bcmdataexports_export. */
function settings({ table, managementId }: BillingExportProps): Readonly<Record<string, string>> {
  const TIME_GRANULARITY = 'DAILY';
  if (table === 'FOCUS_1_2_AWS') return { TIME_GRANULARITY };
  return {
    TIME_GRANULARITY,
    BILLING_VIEW_ARN: `arn:aws:billing::${managementId}:billingview/primary`,
    INCLUDE_CAPACITY_RESERVATION_DATA: 'FALSE',
    INCLUDE_IAM_PRINCIPAL_DATA: 'FALSE',
    INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY: 'FALSE',
    INCLUDE_RESOURCES: 'TRUE',
    INCLUDE_SPLIT_COST_ALLOCATION_DATA: 'FALSE',
  };
}
