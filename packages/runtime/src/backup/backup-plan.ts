import type { DataClass } from '@bulkhead/model';
import { BackupPlan as Plan } from '@cdktf/provider-aws/lib/backup-plan/index.js';
import { BackupRegionSettings } from '@cdktf/provider-aws/lib/backup-region-settings/index.js';
import { BackupSelection } from '@cdktf/provider-aws/lib/backup-selection/index.js';
import type { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { Construct } from 'constructs';

export interface BackupPlanProps {
  readonly provider: AwsProvider;
  readonly vaultName: string;
  /** Role as which AWS Backup works. */
  readonly roleArn: string;
  /** Days for which backups and their copies are kept. */
  readonly keepDays: number;
  /** Class of the account: what is tagged with it is backed up. */
  readonly dataClass: DataClass;
  /** Other classes that the account holds: what is tagged with one of them is backed up too. */
  readonly furtherClasses: readonly DataClass[];
  /** ARNs of vaults in other accounts that take a copy of every backup. */
  readonly copiesTo: readonly string[];
}

/** Backs up, every night (UTC), what holds the data that the account is for in one Region. */
export class BackupPlan extends Construct {
  constructor(scope: Construct, id: string, props: BackupPlanProps) {
    super(scope, id);
    const { provider, keepDays: deleteAfter } = props;
    new BackupRegionSettings(this, 'settings', {
      provider,
      resourceTypeOptInPreference: Object.fromEntries(types.map((type) => [type, true])),
      resourceTypeManagementPreference: { DynamoDB: true, EFS: true },
      // AWS answers with every type that the Region has: one that it adds is no change of somebody's
      lifecycle: { ignoreChanges: ['resource_type_opt_in_preference', 'resource_type_management_preference'] },
    });
    const plan = new Plan(this, 'Default', {
      provider,
      name: 'bulkhead',
      rule: [
        {
          ruleName: 'daily',
          targetVaultName: props.vaultName,
          schedule: 'cron(0 1 * * ? *)',
          lifecycle: { deleteAfter },
          copyAction: props.copiesTo.map((destinationVaultArn) => ({
            destinationVaultArn,
            lifecycle: { deleteAfter },
          })),
        },
      ],
    });
    // the conditions of a selection hold all at once, so that each class takes one of its own
    const select = (id: string, dataClass: DataClass) =>
      new BackupSelection(this, id, {
        provider,
        planId: plan.id,
        name: dataClass,
        iamRoleArn: props.roleArn,
        resources: ['*'],
        condition: [{ stringEquals: [{ key: 'aws:ResourceTag/DataClass', value: dataClass }] }],
      });
    select('selection', props.dataClass);
    for (const each of props.furtherClasses) select(`selection-${each}`, each);
  }
}

/**
 * Types that are backed up, which every Region has. DynamoDB is copied to other accounts under full management only.
 *
 * Source: AWS Backup Developer Guide, feature availability; advanced DynamoDB backup.
 */
const types = ['Aurora', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'RDS', 'S3'] as const;
