import { join } from 'node:path';
import { parseChange, parseOrganization, stacksOf } from '@bulkhead/model';
import { UserError } from '../user-error.ts';
import { synthesizeBoth } from '../what-if/synthesize-program.ts';
import { isDataHolder } from './data-holders.ts';
import { RefusedLossError, lossesIn, refuseUnknownData, refusedLosses } from './losses.ts';
import { exampleDefinition } from './organization.fixture.ts';

const organization = parseOrganization(exampleDefinition());
const stackOf = (name: string) => {
  const stack = stacksOf(organization).find((each) => each.name === name);
  if (!stack) throw new Error(`no stack ${name}`);
  return stack;
};
const runtime = stackOf('example-shop-dev');
const delivery = stackOf('example-delivery');

type Tags = Readonly<Record<string, string>>;
const planOf = (address: string, actions: readonly string[], tags: Tags | null = null, tagsAll: Tags = tags ?? {}) =>
  JSON.stringify({
    resource_changes: [
      { address, type: address.split('.')[0], change: { actions, before: { tags, tags_all: tagsAll } } },
    ],
  });
const classOf = (DataClass: string) => ({ DataClass });
const refused = (plan: string, stack = runtime, named: readonly string[] = []) =>
  refusedLosses(stack, lossesIn(plan), named).map(({ address, how }) => `${address} ${how}`);

const orders = 'aws_s3_bucket.store-orders';

test.each([
  [orders, ['delete'], 'destroyed'],
  [orders, ['delete', 'create'], 'replaced'],
  [orders, ['create', 'delete'], 'replaced'],
  ['aws_kms_key.store-orders_key', ['delete'], 'destroyed'],
  ['aws_dynamodb_table.store-warehouse', ['delete'], 'destroyed'],
  ['aws_secretsmanager_secret.token', ['delete'], 'destroyed'],
  ['aws_db_instance.main', ['delete', 'create'], 'replaced'],
])('a plan that does %s %j is refused', (address, actions, how) => {
  expect(refused(planOf(address, actions, classOf('sensitive')))).toEqual([`${address} ${how}`]);
});

test.each([
  ['what stays', orders, ['no-op']],
  ['what is changed in place', orders, ['update']],
  ['what is made', orders, ['create']],
  ['what Terraform forgets and AWS keeps', orders, ['forget']],
  ['what holds no data', 'aws_iam_role.workload-shop', ['delete']],
  ['a policy of a bucket', 'aws_s3_bucket_policy.store-orders_policy', ['delete', 'create']],
])('%s is no loss', (_, address, actions) => {
  expect(refused(planOf(address, actions, classOf('sensitive')))).toEqual([]);
});

test.each([
  ['sensitive data', classOf('sensitive'), classOf('sensitive'), runtime, true],
  ['sanitized data', classOf('sanitized'), classOf('sanitized'), runtime, true],
  ['sensitive data in an account whose class is synthetic', classOf('sensitive'), classOf('synthetic'), runtime, true],
  ['data of an unknown class', null, {}, runtime, true],
  ['a class that nobody knows', classOf('secret'), classOf('secret'), runtime, true],
  ['synthetic data', classOf('synthetic'), classOf('synthetic'), runtime, false],
  ['what a unit made itself where data is synthetic', null, classOf('synthetic'), runtime, false],
  ['state and keys of an account that holds no data', null, classOf('none'), delivery, true],
])('%s: whether it is kept', (_, tags, tagsAll, stack, kept) => {
  expect(refused(planOf(orders, ['delete'], tags, tagsAll), stack)).toHaveLength(kept ? 1 : 0);
});

test('what a person named goes, in that stack and nowhere else', () => {
  const plan = planOf(orders, ['delete'], classOf('sensitive'));
  expect(refused(plan, runtime, [`example-shop-dev/${orders}`])).toEqual([]);
  expect(refused(plan, runtime, [`example-delivery/${orders}`, orders])).toEqual([`${orders} destroyed`]);
});

test('whoever is refused reads what would be lost and both ways on', () => {
  const { message } = new RefusedLossError('example-shop-dev', lossesIn(planOf(orders, ['delete'])));
  expect(message).toContain('example-shop-dev failed');
  expect(message).toContain('nothing was changed in it');
  expect(message).toContain(`${orders} would be destroyed`);
  expect(message).toContain('keep it in the definition');
  expect(message).toContain(`--destroy-data example-shop-dev/${orders}`);
});

test('letting something go in a stack that is not deployed is an error, and tells the form', () => {
  const refuse = (named: string) => () => refuseUnknownData([named], [runtime]);
  expect(refuse(`example-shop-dev/${orders}`)).not.toThrow();
  for (const named of [orders, `example-delivery/${orders}`]) {
    expect(refuse(named)).toThrow(UserError);
    expect(refuse(named)).toThrow('example-shop-dev/aws_s3_bucket.store-orders');
  }
});

test('whatever the stacks keep a plan from destroying holds data to the guard, for every kind of store', async () => {
  const kinds = ['bucket', 'table', 'queue', 'topic', 'secret', 'bus', 'repository'];
  const stores = Object.fromEntries(kinds.map((kind) => [`a-${kind}`, { kind, phases: ['prod'] }]));
  const change = parseChange('set', `businessUnits.bi.stores=${JSON.stringify(stores)}`);
  const program = join(process.cwd(), 'apps', 'acme', 'dist', 'main.js');
  const [before, after] = await synthesizeBoth(program, process.cwd(), [change]);
  const kept = [before, after].flatMap((stacks) =>
    [...stacks.values()].flatMap(({ resources }) =>
      Object.entries(resources)
        .filter(([, each]) => JSON.stringify(each['lifecycle'] ?? {}).includes('"prevent_destroy":true'))
        .map(([address]) => address.slice(0, address.indexOf('.'))),
    ),
  );
  // a user for emergencies is a person's access and holds nothing
  const types = [...new Set(kept)].filter((type) => type !== 'aws_iam_user').sort();
  expect(types.length).toBeGreaterThanOrEqual(kinds.length + 3);
  expect(types.filter((type) => !isDataHolder(type))).toEqual([]);
}, 60_000);
