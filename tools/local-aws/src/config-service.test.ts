import { ConfigServiceClient, SelectAggregateResourceConfigCommand } from '@aws-sdk/client-config-service';
import { type LocalAws, startLocalAws } from './start-local-aws.ts';
import { clientOf, dev, management, prod, smallWorld } from './world.fixture.ts';
import type { WorldRecord } from './world.ts';

const region = 'eu-west-1';
const bucket = (accountId: string, name: string): WorldRecord => ({
  ...{ accountId, region, type: 'AWS::S3::Bucket', id: name, name, arn: `arn:aws:s3:::${name}` },
  tags: { DataClass: 'none' },
  configuration: {},
});

let aws: LocalAws;
beforeEach(async () => {
  const world = smallWorld();
  world.aggregators.push({ accountId: management, region, name: 'acme' });
  world.recorders.push({ accountId: dev, region });
  world.records.push(...Array.from({ length: 30 }, (_, at) => bucket(dev, `b-${at}`)), bucket(prod, 'not-seen'));
  aws = await startLocalAws(world, { start: new Date('2026-10-15T12:00:00Z') });
});
afterEach(() => aws.close());

const ask = (Expression: string, input: object = {}, at = region) =>
  new ConfigServiceClient(clientOf(aws, `arn:aws:iam::${management}:user/administrator`, at)).send(
    new SelectAggregateResourceConfigCommand({ ConfigurationAggregatorName: 'acme', Expression, ...input }),
  );
const buckets = "SELECT accountId, resourceName, tags WHERE resourceType IN ('AWS::S3::Bucket')";

test('a query answers the properties that it names, of what is recorded, as JSON in text', async () => {
  const { Results: [first = ''] = [] } = await ask(buckets);
  const tags = [{ key: 'DataClass', value: 'none', tag: 'DataClass=none' }];
  expect(JSON.parse(first)).toEqual({ accountId: dev, resourceName: 'b-0', tags });
});

test('a page holds 25 where nobody asks for more, and what is not recorded is on none', async () => {
  const { Results = [], NextToken } = await ask(buckets);
  const { Results: rest = [], NextToken: end } = await ask(buckets, { NextToken });
  expect([Results.length, rest.length, end]).toEqual([25, 5, undefined]);
  expect([...Results, ...rest].join()).not.toContain('not-seen');
});

test('resources are counted by account', async () => {
  const { Results: [first = ''] = [] } = await ask('SELECT accountId, COUNT(*) GROUP BY accountId');
  expect(JSON.parse(first)).toEqual({ accountId: dev, 'COUNT(*)': 31 });
});

test.each<[string, string, object, string, string]>([
  [
    'another aggregator',
    buckets,
    { ConfigurationAggregatorName: 'x' },
    region,
    'NoSuchConfigurationAggregatorException',
  ],
  ['another Region', buckets, {}, 'us-east-1', 'NoSuchConfigurationAggregatorException'],
  ['a page of 101', buckets, { Limit: 101 }, region, 'InvalidLimitException'],
  ['a token that nobody gave out', buckets, { NextToken: 'x' }, region, 'InvalidNextTokenException'],
  ['what is no query', 'DELETE', {}, region, 'InvalidExpressionException'],
  ['a property that there is not', 'SELECT size', {}, region, 'InvalidExpressionException'],
  ['a count of nothing', 'SELECT accountId, COUNT(*)', {}, region, 'InvalidExpressionException'],
])('%s is refused', async (_, expression, input, at, name) => {
  await expect(ask(expression, input, at)).rejects.toMatchObject({ name });
});
