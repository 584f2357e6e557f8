import { type Lock, accountsOf, parseOrganization } from '@bulkhead/model';
import { definition, fullLock, statementsOf, synthesize } from './context.fixture.ts';
import { type Call, decide } from './decide.fixture.ts';

const twoUnits = {
  ...definition,
  businessUnits: {
    ...definition.businessUnits,
    lab: { owner: 'lab@example.com', costCenter: 'CC-3', phases: ['dev'], regions: ['us-east-1'] },
  },
};
const lock = fullLock(twoUnits);
const stacks = synthesize(twoUnits, lock);
const stack = stacks['example-shared-services'] ?? {};
const ofType = (type: string, resources = stack) =>
  Object.entries(resources).filter(([address]) => address.startsWith(`${type}.`));

describe('the trail', () => {
  test('covers every account and Region, validates its files and encrypts them', () => {
    expect(ofType('aws_cloudtrail')).toMatchObject([
      [
        'aws_cloudtrail.trail',
        {
          is_organization_trail: true,
          is_multi_region_trail: true,
          include_global_service_events: true,
          enable_log_file_validation: true,
          kms_key_id: expect.stringContaining('aws_kms_key.telemetry-key-eu-west-1') as string,
        },
      ],
    ]);
  });

  test('has management events, and reads and writes of the platform or, where it is said, of all', () => {
    const selectors = (from = twoUnits) =>
      JSON.stringify(ofType('aws_cloudtrail', synthesize(from)['example-shared-services']));
    expect(selectors()).toContain('"equals":["Management"]');
    expect(selectors()).toContain(
      '"starts_with":["arn:aws:s3:::example-shared-services-","arn:aws:s3:::example-state-',
    );
    const { enterprise } = twoUnits;
    const all = {
      ...twoUnits,
      enterprise: { ...enterprise, sharedServices: { ...enterprise.sharedServices, dataEvents: 'all' as const } },
    };
    for (const type of ['AWS::S3::Object', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::SNS::Topic']) {
      expect(selectors(all)).toContain(`"equals":["${type}"]`);
    }
    expect(selectors(all)).not.toContain('starts_with');
  });

  test('waits for the policy of the archive, which CloudTrail checks', () => {
    expect(JSON.stringify(ofType('aws_cloudtrail'))).toContain('"depends_on":["aws_s3_bucket_policy.archive_policy');
  });
});

test('AWS Config records in every Region of an account, and what has no Region once', () => {
  const recorders = ofType('aws_config_configuration_recorder').map(([, { recording_group: group }]) => group);
  expect(recorders).toEqual([
    { all_supported: true, include_global_resource_types: true },
    { all_supported: true, include_global_resource_types: false },
  ]);
  for (const name of ['example-identity', 'example-delivery', 'example-shop-delivery']) {
    expect(ofType('aws_config_configuration_recorder', stacks[name])).toHaveLength(1);
    expect(ofType('aws_oam_link', stacks[name])).toHaveLength(1);
  }
  expect(ofType('aws_oam_link')).toEqual([]);
});

test.each([
  ['networks without a flow log', 'flow-logs'],
  ['stores without a class', 'untagged'],
])('%s are found in every account that has a recorder in the Region, and in no other', (_, id) => {
  const rules = (ids: Lock) =>
    ofType('aws_config_organization_managed_rule', synthesize(twoUnits, ids)['example-shared-services'])
      .map(([address, { excluded_accounts: excluded }]) => [address.split('.')[1], excluded] as const)
      .filter(([name]) => name?.startsWith(id));
  const idsOf = (...names: readonly string[]) => names.map((name) => lock.accounts?.[name]?.id ?? '');
  const enterprise = idsOf('example-identity', 'example-shared-services', 'example-delivery', 'example-shop-delivery');
  expect(rules(lock)).toEqual([
    [`${id}-eu-west-1`, ['000000000001', ...enterprise, ...idsOf('example-lab-dev')]],
    [`${id}-us-east-1`, ['000000000001', ...enterprise]],
  ]);
  const accounts = Object.fromEntries(Object.entries(lock.accounts ?? {}).map(([name, { id }]) => [name, { id }]));
  expect(rules({ ...lock, accounts })).toEqual([]);
});

test('a store without a class is one that has no tag of that name, whatever else it has', () => {
  const rules = ofType('aws_config_organization_managed_rule').filter(([address]) => address.includes('.untagged'));
  expect(rules).toHaveLength(2);
  for (const [, rule] of rules) {
    expect(rule).toMatchObject({ rule_identifier: 'REQUIRED_TAGS', input_parameters: '{"tag1Key":"DataClass"}' });
    expect(rule['resource_types_scope']).toEqual(
      expect.arrayContaining(['AWS::S3::Bucket', 'AWS::EC2::Volume', 'AWS::RDS::DBInstance', 'AWS::DynamoDB::Table']),
    );
  }
});

describe('logs of applications', () => {
  test('go to the stream of their unit, under its prefix, and to no other', () => {
    const streams = ofType('aws_kinesis_firehose_delivery_stream');
    expect(streams.map(([address]) => address.split('.')[1])).toEqual(['logs-lab', 'logs-shop']);
    for (const [address, { extended_s3_configuration: s3 }] of streams) {
      const unit = address.split('-')[1] ?? '';
      expect((s3 as { prefix: string }).prefix).toMatch(new RegExp(`^logs/${unit}/day=`));
    }
    for (const [address, { target_arn: target }] of ofType('aws_cloudwatch_log_destination')) {
      const [, unit = ''] = /destination-([a-z]+)-/.exec(address) ?? [];
      expect(target).toBe(`\${aws_kinesis_firehose_delivery_stream.logs-${unit}.arn}`);
    }
  });

  test('a destination stands in every Region of the unit, and takes subscriptions of its accounts only', () => {
    expect(ofType('aws_cloudwatch_log_destination').map(([address]) => address.split('.')[1])).toEqual([
      'destination-lab-us-east-1',
      'destination-shop-eu-west-1',
      'destination-shop-us-east-1',
    ]);
    const policy = (unit: string) =>
      statementsOf(stack, new RegExp(`^aws_cloudwatch_log_destination_policy\\.destination-${unit}`), 'access_policy');
    const destination = (unit: string, region: string) =>
      `arn:aws:logs:${region}:${lock.accounts?.['example-shared-services']?.id ?? ''}:destination:bulkhead-${unit}`;
    const subscribe = (account: string, unit: string, region: string): Call => ({
      action: 'logs:PutSubscriptionFilter',
      resource: destination(unit, region),
      context: { 'aws:PrincipalOrgID': 'o-exampleorg1', 'aws:PrincipalAccount': lock.accounts?.[account]?.id ?? '' },
    });
    expect(decide(policy('shop'), subscribe('example-shop-dev', 'shop', 'eu-west-1'))).toBe('allows');
    expect(decide(policy('shop'), subscribe('example-lab-dev', 'shop', 'eu-west-1'))).toBe('nothing');
    expect(decide(policy('lab'), subscribe('example-lab-dev', 'lab', 'us-east-1'))).toBe('allows');
  });

  test('when they are late somebody is told', () => {
    const late = ofType('aws_cloudwatch_metric_alarm').filter(([address]) => address.includes('late'));
    expect(late).toHaveLength(2);
    for (const [, { alarm_actions: actions }] of late) expect(actions).toEqual(['${aws_sns_topic.operations.arn}']);
  });
});

describe('alarms', () => {
  test('each goes to a topic, and somebody of the definition is told', () => {
    const { enterprise } = twoUnits;
    const alarmed = synthesize({
      ...twoUnits,
      enterprise: {
        ...enterprise,
        sharedServices: {
          ...enterprise.sharedServices,
          alarms: { security: ['a@example.com'], operations: ['b@example.com', 'c@example.com'] },
        },
      },
    })['example-shared-services'];
    const told = (topic: string) =>
      ofType('aws_sns_topic_subscription', alarmed)
        .filter(([, { topic_arn: arn }]) => arn === `\${aws_sns_topic.${topic}.arn}`)
        .map(([, { protocol, endpoint }]) => `${String(protocol)} ${String(endpoint)}`);
    expect(told('security')).toEqual(['email a@example.com']);
    expect(told('operations')).toEqual(['email b@example.com', 'email c@example.com']);
    const topics = ofType('aws_sns_topic', alarmed).map(([address]) => `\${${address}.arn}`);
    const actions = ofType('aws_cloudwatch_metric_alarm', alarmed).flatMap(
      ([, alarm]) => alarm['alarm_actions'] as string[],
    );
    expect(actions).toHaveLength(8);
    expect(actions.filter((action) => !topics.includes(action))).toEqual([]);
  });

  test.each(['archive-denied', 'trail-changes', 'break-glass', 'root', 'root-sessions', 'guardrail-changes'])(
    '%s is watched for in the trail, at the first event within five minutes',
    (name) => {
      const filter = Object.entries(stack).find(([address]) =>
        address.startsWith(`aws_cloudwatch_log_metric_filter.alarm-${name}_filter`),
      );
      expect(filter?.[1]).toMatchObject({ log_group_name: expect.stringContaining('trail') as string });
      expect(stack[`aws_cloudwatch_metric_alarm.alarm-${name}`]).toMatchObject({
        metric_name: name,
        threshold: 1,
        period: 300,
        alarm_actions: ['${aws_sns_topic.security.arn}'],
      });
    },
  );
});

describe('services that are administered here', () => {
  const delegations = (from: Lock) =>
    Object.keys(synthesize(twoUnits, from)['example-organization'] ?? {}).filter((each) => each.includes('.delegate-'));
  const { detectors: _, ...withoutDetectors } = lock.sharedServices ?? {};
  const early = { ...lock, sharedServices: withoutDetectors };

  test('each is delegated by its own way', () => {
    expect(delegations(lock).sort()).toEqual([
      'aws_cloudtrail_organization_delegated_admin_account.delegate-cloudtrail',
      'aws_guardduty_organization_admin_account.delegate-guardduty-eu-west-1',
      'aws_guardduty_organization_admin_account.delegate-guardduty-us-east-1',
      'aws_organizations_delegated_administrator.delegate-access-analyzer',
      'aws_organizations_delegated_administrator.delegate-config',
      'aws_organizations_delegated_administrator.delegate-config-multiaccountsetup',
      'aws_securityhub_organization_admin_account.delegate-securityhub-eu-west-1',
      'aws_securityhub_organization_admin_account.delegate-securityhub-us-east-1',
    ]);
  });

  test('administrators of GuardDuty and Security Hub are named once detectors exist', () => {
    expect(delegations(early).filter((each) => /guardduty|securityhub/.test(each))).toEqual([]);
    expect(ofType('aws_guardduty_detector', synthesize(twoUnits, early)['example-shared-services'])).toHaveLength(2);
  });

  test('members are enrolled, every account that there will be, once the administrator is named', () => {
    const enrolled = (from: Lock) =>
      ofType('aws_guardduty_organization_configuration', synthesize(twoUnits, from)['example-shared-services']);
    const { organization: { securityAdministered: __, ...organization } = {} } = lock;
    expect(enrolled({ ...lock, organization })).toEqual([]);
    expect(enrolled(lock).map(([, each]) => each['auto_enable_organization_members'])).toEqual(['ALL', 'ALL']);
  });

  test('the organization trusts each service before it is delegated', () => {
    const { enterprise } = twoUnits;
    const more = {
      ...twoUnits,
      enterprise: {
        ...enterprise,
        sharedServices: { ...enterprise.sharedServices, delegated: ['inspector2.amazonaws.com'] },
      },
    };
    const organization = synthesize(more)['example-organization']?.['aws_organizations_organization.organization'];
    const delegated = parseOrganization(more).enterprise.delegated;
    expect(delegated).toContain('inspector2.amazonaws.com');
    expect(organization?.['aws_service_access_principals']).toEqual(expect.arrayContaining([...delegated]));
  });
});

test('the lock of these tests knows every account', () => {
  expect(Object.keys(lock.accounts ?? {})).toHaveLength(accountsOf(parseOrganization(twoUnits)).length);
});
