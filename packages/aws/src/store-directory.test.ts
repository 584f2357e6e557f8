import { type RecordedStore, storeDirectoryContract } from '@bulkhead/inventory';
import { type LocalAwsOptions, type World, type WorldRecord } from '@bulkhead/local-aws';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { startCanned } from './billing.fixture.ts';
import { directoryOf, inventoryReader, record, recordedWorld, sharedServices } from './inventory.fixture.ts';
import { storeDirectory } from './store-directory.ts';
import { type Example, dev, startExample } from './world.fixture.ts';

let example: Example | undefined;
afterEach(async () => {
  await example?.close();
  example = undefined;
});

const open = async (world: World, options?: LocalAwsOptions) => {
  example = await startExample(world, options);
  return { directory: directoryOf(example), aws: example.aws };
};

const recordOf = ({ dataClass, recordedAt, ...store }: RecordedStore): WorldRecord => ({
  ...store,
  recordedAt,
  tags: dataClass === undefined ? { Owner: 'x' } : { Owner: 'x', DataClass: dataClass },
  configuration: {},
  supplementaryConfiguration: {
    ServerSideEncryptionConfiguration: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] },
  },
});

/** The world of the contract: recorded are accounts with stores where it names no others. */
const contractWorld = (
  stores: readonly RecordedStore[],
  accounts: readonly string[] = stores.map(({ accountId }) => accountId),
) => {
  const world = recordedWorld(...stores.map(recordOf));
  world.recorders = [...new Set(accounts)].map((accountId) => ({ accountId, region: 'eu-west-1' }));
  return world;
};

test.each(storeDirectoryContract)('$promise', async ({ check }) => {
  await expect(check(async (...world) => (await open(contractWorld(...world))).directory)).resolves.toBeUndefined();
});

test.each(storeDirectoryContract)('with an empty page before each page: $promise', async ({ check }) => {
  const emptyPages = true;
  await expect(
    check(async (...world) => (await open(contractWorld(...world), { emptyPages })).directory),
  ).resolves.toBeUndefined();
});

test('AWS Config is asked for 100 stores at a time', async () => {
  const stores = Array.from({ length: 101 }, (_, at) => record('AWS::S3::Bucket', { id: `b-${at}`, arn: `arn:${at}` }));
  const { directory, aws } = await open(recordedWorld(...stores));
  expect(await directory.list()).toHaveLength(101);
  expect(aws.calls.counts()['config:SelectAggregateResourceConfig']).toBe(2);
});

test('what is throttled is asked again', async () => {
  const { directory, aws } = await open(recordedWorld(record('AWS::S3::Bucket', {})));
  aws.faults.set([{ operation: 'config:*', kind: 'throttle', at: 1 }]);
  expect(await directory.list()).toHaveLength(1);
  expect(aws.calls.counts()['config:SelectAggregateResourceConfig']).toBe(2);
});

test.each<[string, (world: World) => void, RegExp]>([
  [
    'there is no aggregator',
    (world) => (world.aggregators = []),
    /^AWS Config has no aggregator acme in eu-west-1 of the account of \S+\/inventory-reader, deploy the stack of shared services$/,
  ],
  [
    'the role may not ask',
    (world) => world.roles.find(({ name }) => name === 'inventory-reader')?.permissions.pop(),
    /inventory-reader may not call config:SelectAggregateResourceConfig in eu-west-1/,
  ],
  [
    'the role is missing',
    (world) => (world.roles = world.roles.filter(({ name }) => name !== 'inventory-reader')),
    /may not call sts:AssumeRole on \S+:role\/bulkhead\/inventory-reader: deploy the account's stack/,
  ],
])('where %s, it is said, and no inventory is made up', async (_, change, message) => {
  const world = recordedWorld(record('AWS::S3::Bucket', {}));
  change(world);
  const { directory } = await open(world);
  await expect(directory.list()).rejects.toMatchObject({
    name: 'AccessError',
    message: expect.stringMatching(message),
  });
});

test.each([
  ['no JSON', 'x', "AWS Config answered with a resource that can't be read, it is no JSON, got: x"],
  ['no object', '[]', "AWS Config answered with a resource that can't be read, it is no object, got: []"],
  ['no account', '{}', /can't be read, it has no accountId, awsRegion, resourceType, resourceId, got: \{\}$/],
])('an answer that is %s is refused', async (_, result, message) => {
  const canned = await startCanned({ body: { Results: [result] } });
  try {
    const client = new ConfigServiceClient(canned.client);
    const directory = storeDirectory({ client, aggregator: 'acme', role: inventoryReader, region: 'eu-west-1' });
    await expect(directory.list()).rejects.toThrow(message);
  } finally {
    await canned.close();
  }
});

test('a key that AWS Config recorded tells whose it is, in every account and Region', async () => {
  const key = 'arn:aws:kms:eu-west-1:000000000012:key/11111111-2222-3333-4444-555555555555';
  const { directory } = await open(
    recordedWorld(
      record('AWS::EC2::Volume', { configuration: { encrypted: true, kmsKeyId: key } }),
      record('AWS::KMS::Key', { id: key.slice(-36), configuration: { keyManager: 'CUSTOMER' } }),
    ),
  );
  expect(await directory.list()).toMatchObject([{ type: 'AWS::EC2::Volume', encryption: 'customer-key' }]);
});

test('a volume, which has no name, goes by its id; what is not recorded yet has no moment', async () => {
  const canned = await startCanned({
    body: {
      Results: [
        JSON.stringify({
          accountId: dev,
          awsRegion: 'eu-west-1',
          resourceType: 'AWS::EC2::Volume',
          resourceId: 'vol-1',
        }),
      ],
    },
  });
  try {
    const client = new ConfigServiceClient(canned.client);
    const directory = storeDirectory({ client, aggregator: 'acme', role: inventoryReader, region: 'eu-west-1' });
    expect(await directory.list()).toEqual([
      {
        ...{ accountId: dev, region: 'eu-west-1', type: 'AWS::EC2::Volume', id: 'vol-1', name: 'vol-1', arn: 'vol-1' },
        ...{ dataClass: undefined, encryption: 'unknown', recordedAt: '' },
      },
    ]);
  } finally {
    await canned.close();
  }
});

test('the aggregator of shared services is asked, in the home Region, as the reader of the inventory', async () => {
  const { directory, aws } = await open(recordedWorld());
  await directory.recordedAccounts();
  expect(aws.calls.records.at(-1)).toMatchObject({ accountId: sharedServices, region: 'eu-west-1' });
});
