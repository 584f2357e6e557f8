import { definition, fullLock, statementsOf, synthesize } from './context.fixture.ts';
import { decide } from './decide.fixture.ts';

const lock = fullLock(definition);
const organization = synthesize()['example-organization'] ?? {};
const source = 'arn:aws:s3:::example-billing-exports-000000000001';

interface Export {
  readonly name: string;
  readonly data_query: readonly {
    readonly query_statement: string;
    readonly table_configurations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }[];
}

const exports = Object.entries(organization)
  .filter(([address]) => address.startsWith('aws_bcmdataexports_export.'))
  .map(([, resource]) => (resource['export'] as readonly [Export])[0]);

test('FOCUS 1.2 and CUR 2.0 are exported, day by day', () => {
  expect(exports.map(({ name }) => name).sort()).toEqual(['cur-2-0', 'focus-1-2']);
  for (const {
    data_query: [query],
  } of exports) {
    for (const settings of Object.values(query?.table_configurations ?? {})) {
      expect(settings['TIME_GRANULARITY']).toBe('DAILY');
    }
  }
});

// What reports of spend read of an export: packages/billing-exports refuses one without them.
test.each([
  [
    'focus-1-2',
    'BilledCost BillingCurrency BillingPeriodStart ChargeCategory ChargePeriodStart SubAccountId EffectiveCost ServiceName InvoiceId BillingAccountType SubAccountType PricingCurrency Tags',
  ],
  [
    'cur-2-0',
    'line_item_unblended_cost line_item_currency_code bill_billing_period_start_date line_item_line_item_type line_item_usage_start_date line_item_usage_account_id savings_plan_savings_plan_effective_cost reservation_effective_cost tags',
  ],
])('%s has every column that spend is read from', (name, columns) => {
  const statement = exports.find((each) => each.name === name)?.data_query[0]?.query_statement ?? '';
  const exported = statement
    .replace(/^SELECT /, '')
    .replace(/ FROM .*/, '')
    .split(', ');
  expect(columns.split(' ').filter((column) => !exported.includes(column))).toEqual([]);
});

test("only exports of this management account are written to its bucket, and nobody's deletions are taken", () => {
  const policy = statementsOf(organization, /^aws_s3_bucket_policy\.billing-exports/);
  const write = (account: string) =>
    decide(policy, {
      action: 's3:PutObject',
      resource: `${source}/focus-1-2/x`,
      service: 'bcm-data-exports.amazonaws.com',
      context: {
        'aws:SecureTransport': 'true',
        'aws:SourceAccount': account,
        'aws:SourceArn': `arn:aws:bcm-data-exports:us-east-1:${account}:export/focus-1-2-1`,
      },
    });
  expect(write('000000000001')).toBe('allows');
  expect(write('000000000009')).toBe('nothing');
  expect(decide(policy, { action: 's3:DeleteObjectVersion', resource: `${source}/x` })).toBe('denies');
});

test('exports are copied to shared services, which owns the copies, and deletions are not', () => {
  const id = lock.accounts?.['example-shared-services']?.id ?? '';
  const [, replication] =
    Object.entries(organization).find(([address]) => address.startsWith('aws_s3_bucket_replication_configuration.')) ??
    [];
  expect(replication?.['rule']).toMatchObject([
    {
      destination: {
        bucket: `arn:aws:s3:::example-shared-services-billing-${id}`,
        account: id,
        access_control_translation: { owner: 'Destination' },
      },
      delete_marker_replication: { status: 'Disabled' },
    },
  ]);
});

test('copying begins once there is a bucket to copy to', () => {
  const { sharedServices: _, ...early } = lock;
  const addresses = Object.keys(synthesize(definition, early)['example-organization'] ?? {});
  expect(addresses.filter((each) => each.startsWith('aws_bcmdataexports_export.'))).toHaveLength(2);
  expect(addresses.filter((each) => each.startsWith('aws_s3_bucket_replication'))).toEqual([]);
});

test('the replicator reaches the bucket of shared services to copy, and for nothing else', () => {
  const id = lock.accounts?.['example-shared-services']?.id ?? '';
  const policy = statementsOf(synthesize()['example-shared-services'], /^aws_s3_bucket_policy\.billing_/);
  const context = {
    'aws:SecureTransport': 'true',
    'aws:PrincipalArn': 'arn:aws:iam::000000000001:role/bulkhead/billing-replicator',
  };
  const resource = `arn:aws:s3:::example-shared-services-billing-${id}/x`;
  expect(decide(policy, { action: 's3:ReplicateObject', resource, context })).toBe('allows');
  expect(decide(policy, { action: 's3:ReplicateDelete', resource, context })).toBe('nothing');
  const other = { ...context, 'aws:PrincipalArn': 'arn:aws:iam::000000000001:role/admin' };
  expect(decide(policy, { action: 's3:ReplicateObject', resource, context: other })).toBe('denies');
});
