import { type LocalAws, type World, addExampleStores, startLocalAws } from '@bulkhead/local-aws';
import type { Inventory } from '@bulkhead/inventory';
import { loadOrganization } from '../load-definition.ts';
import { accountId, acmeWorld, sharedServices } from '../limits/acme-world.fixture.ts';
import { expectRefusal, runBulkhead, workspace } from '../run-bulkhead.fixture.ts';

let aws: LocalAws | undefined;
afterEach(async () => {
  await aws?.close();
  aws = undefined;
});

async function run(args: readonly string[], change: (world: World) => void = () => undefined, environment = {}) {
  const world = acmeWorld();
  addExampleStores(world);
  change(world);
  aws = await startLocalAws(world);
  const env = { ...aws.environment, AWS_MAX_ATTEMPTS: '1', ...environment };
  return runBulkhead(['data', 'inventory', '--org', 'acme', ...args], { env });
}
const rowsOf = ({ stdout }: { readonly stdout: string }) => (JSON.parse(stdout) as Inventory).stores;

test('every store of every account is listed by unit and phase, with its class and encryption', async () => {
  const rows = rowsOf(await run(['--json']));
  expect(rows.find(({ name }) => name.startsWith('acme-shared-services-archive'))).toMatchObject({
    unit: 'enterprise',
    phase: 'shared-services',
    kind: 'bucket',
    dataClass: 'sensitive',
    encryption: 'customer-key',
    standing: 'within',
  });
  expect(rows.filter(({ standing }) => standing === 'untagged').map(({ account }) => account)).toEqual(['acme-bi-dev']);
  expect(rows.filter(({ standing }) => standing === 'above').map(({ account }) => account)).toEqual([
    'acme-startup-dev',
  ]);
}, 30_000);

test('what has to be done stands first, and fits into 80 columns', async () => {
  const { stdout, exitCode } = await run([], undefined, { COLUMNS: '80' });
  expect(exitCode).toBe(0);
  const at = ['untagged, so that', 'above the class of', 'not encrypted:', '\nphase '].map((text) =>
    stdout.indexOf(text),
  );
  expect(at.every((each) => each > 0)).toBe(true);
  expect([...at].sort((a, b) => a - b)).toEqual(at);
  expect(stdout).toMatch(/\nbi\n(?:\S.*\n)*dev +tryout +.*UNTAGGED/);
  expect(stdout).toContain('caches');
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
}, 30_000);

test('only what is asked for is shown: a unit, a class, what is untagged', async () => {
  expect(new Set(rowsOf(await run(['--unit', 'startup', '--json'])).map(({ unit }) => unit))).toEqual(
    new Set(['startup']),
  );
  await aws?.close();
  const sensitive = rowsOf(await run(['--class', 'sensitive', '--json']));
  expect(new Set(sensitive.map(({ dataClass }) => dataClass))).toEqual(new Set(['sensitive']));
  await aws?.close();
  expect(rowsOf(await run(['--class', 'untagged', '--json'])).map(({ standing }) => standing)).toEqual(['untagged']);
}, 60_000);

test('an account of which nothing is recorded is told, and no store of it is made up', async () => {
  const retail = accountId('acme-retail-prod');
  const { stdout } = await run([], (world) => {
    world.recorders = world.recorders.filter((each) => each.accountId !== retail);
  });
  expect(stdout).toMatch(
    /nothing is recorded, so that what is there is not seen:\n(?: {2}.*\n)* {2}acme-retail-prod\n/,
  );
}, 30_000);

test('a store that the definition has and nobody recorded is told', async () => {
  const { stdout } = await run(['--json'], (world) => (world.records = []));
  const { stores } = await loadOrganization('acme', workspace).then(({ organization }) => organization);
  expect((JSON.parse(stdout) as Inventory).missing).toEqual(stores);
}, 30_000);

const harmless = (world: World) => {
  world.records = world.records
    .filter(({ type }) => type !== 'AWS::EC2::Volume')
    .filter(({ tags }) => tags?.['Owner'] ?? !tags);
  world.records = world.records.filter(({ name = '' }) => !name.endsWith('copy-of-orders'));
};

test.each<[string, (world: World) => void, number]>([
  ['all is well', harmless, 0],
  ['a store is untagged', () => undefined, 2],
  [
    'an account is not seen',
    (world) => {
      harmless(world);
      const gone = accountId('acme-identity');
      world.recorders = world.recorders.filter((each) => each.accountId !== gone);
    },
    1,
  ],
])(
  'with --strict it ends, when %s, with %3$d',
  async (_, change, code) => {
    const { exitCode, stdout } = await run(['--strict'], change);
    expect([exitCode, exitCode === code ? '' : stdout]).toEqual([code, '']);
  },
  30_000,
);

test.each<[string, (world: World) => void, string]>([
  ['there is no aggregator', (world) => (world.aggregators = []), 'AWS Config has no aggregator acme in eu-west-1'],
  [
    'the role may not ask',
    (world) => {
      for (const role of world.roles) if (role.name === 'inventory-reader') role.permissions = [];
    },
    `arn:aws:iam::${sharedServices}:role/bulkhead/inventory-reader may not call config:SelectAggregateResourceConfig`,
  ],
])(
  'where %s, the person is told what to change',
  async (_, change, message) => {
    expectRefusal(await run([], change), message);
  },
  30_000,
);

test('a unit that there is not is refused before AWS is asked', async () => {
  expectRefusal(await run(['--unit', 'retial']), 'got: retial, did you mean retail?');
  expect(aws?.calls.records).toEqual([]);
}, 30_000);

test('without credentials, the person is told to sign in', async () => {
  const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '', HOME: '/nonexistent' };
  const outcome = await run([], undefined, { ...none, AWS_EC2_METADATA_DISABLED: 'true' });
  expectRefusal(outcome, 'no AWS credentials can be used, sign in or set AWS_PROFILE');
}, 30_000);
