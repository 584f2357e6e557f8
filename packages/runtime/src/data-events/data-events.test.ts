import type { OrganizationDefinition } from '@bulkhead/model';
import { grantedDefinition, idOf, resourcesOf, stacksOf } from '../grants/granted.fixture.ts';

const trailsOf = (account: string, definition: OrganizationDefinition = grantedDefinition) =>
  Object.entries(resourcesOf(account, stacksOf(definition))).filter(([address]) =>
    address.startsWith('aws_cloudtrail.'),
  );

const sensitive = ['example-shop-prod', 'example-bi-prod'];

test.each(sensitive)(
  '%s, whose data is sensitive, has one trail of its own, of every Region, into the archive',
  (name) => {
    expect(trailsOf(name)).toMatchObject([
      [
        'aws_cloudtrail.data-events',
        {
          name: 'data-events',
          is_multi_region_trail: true,
          // CloudTrail refuses the one without the other
          include_global_service_events: true,
          enable_log_file_validation: true,
          s3_bucket_name: `example-shared-services-archive-${idOf('example-shared-services')}`,
          kms_key_id: 'arn:aws:kms:eu-west-1:000000000017:x/1',
        },
      ],
    ]);
  },
);

test('it has every read and write of objects, items and messages, and no management events, which are recorded already', () => {
  const [[, trail] = []] = trailsOf('example-shop-prod');
  const selectors = trail?.['advanced_event_selector'] as readonly {
    readonly field_selector: readonly { readonly field: string; readonly equals: readonly string[] }[];
  }[];
  expect(selectors.map(({ field_selector: fields }) => fields.map(({ field, equals }) => [field, ...equals]))).toEqual(
    ['AWS::S3::Object', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::SNS::Topic'].map((type) => [
      ['eventCategory', 'Data'],
      ['resources.type', type],
    ]),
  );
});

test.each(['example-shop-dev', 'example-bi-dev'])('%s, whose data is synthetic, has no trail of its own', (name) => {
  expect(trailsOf(name)).toEqual([]);
});

test('an account that may hold sensitive data by an exception has one too', () => {
  const exception = { owner: 'shop@example.com', reason: 'a migration', until: '2027-06-30' };
  const { dev, prod } = grantedDefinition.phases;
  const inStage = (unit: 'shop' | 'bi') => ({
    ...grantedDefinition.businessUnits[unit],
    phases: ['dev', 'stage', 'prod'],
  });
  const definition = {
    ...grantedDefinition,
    phases: { dev, stage: { purpose: 'promoted changes', data: 'sanitized' }, prod },
    businessUnits: { shop: inStage('shop'), bi: inStage('bi') },
    exceptions: {
      ...grantedDefinition.exceptions,
      migration: { of: { unit: 'shop', phase: 'stage', allows: 'sensitive-data' }, ...exception },
    },
  } as OrganizationDefinition;
  expect(trailsOf('example-shop-stage', definition)).toHaveLength(1);
  expect(trailsOf('example-bi-stage', definition)).toEqual([]);
});

test("where the organization's trail records all data, no account has one of its own", () => {
  const { enterprise } = grantedDefinition;
  const all = { ...enterprise, sharedServices: { ...enterprise.sharedServices, dataEvents: 'all' as const } };
  for (const name of sensitive) expect(trailsOf(name, { ...grantedDefinition, enterprise: all })).toEqual([]);
});
