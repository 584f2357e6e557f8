import type { PolicyStatement } from '@bulkhead/baseline';
import { platformRoleArn } from '@bulkhead/model';

/**
 * What Terraform calls in the management account for what shared services gets from there: administrators of services,
 * and billing exports.
 *
 * Source: Service Authorization Reference; AWS Data Exports User Guide, which wants the permission of the older reports
 * for CUR 2.0 too.
 */
export const telemetryPermissions = (accountId: string, exportsBucket: string): readonly PolicyStatement[] => [
  {
    Sid: 'Administrators',
    Effect: 'Allow',
    Action: [
      ...['cloudtrail:RegisterOrganizationDelegatedAdmin', 'cloudtrail:DeregisterOrganizationDelegatedAdmin'],
      ...['guardduty', 'securityhub'].flatMap((service) =>
        ['EnableOrganizationAdminAccount', 'DisableOrganizationAdminAccount', 'ListOrganizationAdminAccounts'].map(
          (action) => `${service}:${action}`,
        ),
      ),
    ],
    Resource: '*',
  },
  {
    Sid: 'AdministratorsRoles',
    Effect: 'Allow',
    Action: 'iam:CreateServiceLinkedRole',
    Resource: `arn:aws:iam::${accountId}:role/aws-service-role/*`,
    Condition: {
      StringEquals: {
        'iam:AWSServiceName': ['cloudtrail', 'guardduty', 'securityhub'].map((name) => `${name}.amazonaws.com`),
      },
    },
  },
  {
    Sid: 'Exports',
    Effect: 'Allow',
    Action: [
      ...['CreateExport', 'DeleteExport', 'GetExport', 'ListTagsForResource', 'TagResource', 'UpdateExport'].map(
        (action) => `bcm-data-exports:${action}`,
      ),
      'cur:PutReportDefinition',
    ],
    Resource: '*',
  },
  {
    Sid: 'ExportsBucket',
    Effect: 'Allow',
    Action: [
      ...['CreateBucket', 'GetAccelerateConfiguration', 'GetBucket*', 'ListBucket', 'PutBucket*'],
      ...['Encryption', 'Lifecycle', 'Replication'].flatMap((each) => [
        `Get${each}Configuration`,
        `Put${each}Configuration`,
      ]),
    ].map((action) => `s3:${action}`),
    Resource: `arn:aws:s3:::${exportsBucket}`,
  },
  {
    Sid: 'ExportsCopies',
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: platformRoleArn(accountId, 'billing-replicator'),
    Condition: { StringEquals: { 'iam:PassedToService': 's3.amazonaws.com' } },
  },
];
