import type { PolicyStatement } from '@bulkhead/baseline';
import { allows } from './evaluate.fixture.ts';
import { type Resource, grantedDefinition, idOf, resourcesOf, stacksOf } from './granted.fixture.ts';

const [shop, bi] = [idOf('example-shop-prod'), idOf('example-bi-prod')];
const bucket = `arn:aws:s3:::example-shop-prod-orders-${shop}`;
const loader = `arn:aws:iam::${bi}:role/workload/loader`;

const statementsAt = (resources: Readonly<Record<string, Resource>>, address: RegExp): readonly PolicyStatement[] =>
  Object.entries(resources)
    .filter(([each]) => address.test(each))
    .flatMap(([, { policy }]) => (JSON.parse(String(policy)) as { Statement: readonly PolicyStatement[] }).Statement);

const there = resourcesOf('example-shop-prod');
const here = resourcesOf('example-bi-prod');
const ofBucket = statementsAt(there, /^aws_s3_bucket_policy\.store-orders_/);
const ofKey = statementsAt(there, /^aws_kms_key\.store-orders_key_/);
const ofLoader = statementsAt(here, /^aws_iam_role_policy\.workload-loader_/);
const ofOperator = statementsAt(here, /^aws_iam_role_policy\.operator_grants_/);
const usual = {
  'aws:SecureTransport': 'true',
  'aws:PrincipalOrgID': 'o-exampleorg1',
  'aws:ResourceAccount': shop,
  'aws:CurrentTime': '2026-11-24T00:00:00Z',
};

test('one declaration makes what the role, the store and the key say, each in the stack of its account', () => {
  const read = { action: 's3:GetObject', resource: `${bucket}/1.json`, roleArn: loader, context: usual };
  expect([ofLoader, ofBucket].map((side) => allows(side, read))).toEqual([true, true]);
  const decrypt = {
    action: 'kms:Decrypt',
    resource: `arn:aws:kms:eu-west-1:${shop}:key/1`,
    roleArn: loader,
    context: { ...usual, 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:ResourceAliases': 'alias/store/orders' },
  };
  expect([ofLoader, ofKey].map((side) => allows(side, decrypt))).toEqual([true, true]);
  const receive = { ...read, action: 'sqs:ReceiveMessage', resource: `arn:aws:sqs:eu-west-1:${shop}:events` };
  expect([ofLoader, statementsAt(there, /^aws_sqs_queue_policy/)].map((side) => allows(side, receive))).toEqual([
    true,
    true,
  ]);
});

test('the policies of a store and of its key say nothing of grants on the store beside it', () => {
  const sids = (address: RegExp) => statementsAt(there, address).map(({ Sid }) => Sid);
  expect(sids(/^aws_kms_key\.store-events_key_/)).toEqual(['Account', 'GrantBiConsumesEventsKey']);
  expect(sids(/^aws_sqs_queue_policy\.store-events_/)).toEqual(['GrantBiConsumesEvents']);
  expect(ofBucket.filter(({ Sid }) => Sid.includes('Events'))).toEqual([]);
});

test('other workloads of the account have nothing of a grant, and other phases nothing at all', () => {
  expect(statementsAt(here, /^aws_iam_role_policy\.workload-report_/)).toEqual([]);
  expect(JSON.stringify(resourcesOf('example-bi-dev'))).not.toContain(shop);
  expect(JSON.stringify(resourcesOf('example-shop-dev'))).not.toContain(bi);
});

test('people who are granted something have it by a policy of their local role, until the day on which it ends', () => {
  const operator = `arn:aws:iam::${bi}:role/bulkhead/operator`;
  const reads = (time: string) =>
    [ofOperator, ofBucket].map((side) =>
      allows(side, {
        action: 's3:GetObject',
        resource: `${bucket}/1.json`,
        roleArn: operator,
        context: { ...usual, 'aws:CurrentTime': time },
      }),
    );
  expect(reads('2027-06-29T23:59:59Z')).toEqual([true, true]);
  expect(reads('2027-06-30T00:00:00Z')).toEqual([false, false]);
});

test('a grant that is taken away changes policies and takes away what only it needed, and moves nothing else', () => {
  const { 'bi-reads-orders': _, ...grants } = grantedDefinition.grants ?? {};
  const after = stacksOf({ ...grantedDefinition, grants });
  for (const [name, before] of [
    ['example-shop-prod', there],
    ['example-bi-prod', here],
  ] as const) {
    expect(Object.keys(resourcesOf(name, after))).toEqual(Object.keys(before));
  }
  const none = { ...grantedDefinition, grants: {}, exceptions: {} };
  const gone = Object.keys(there).filter((each) => !(each in resourcesOf('example-shop-prod', stacksOf(none))));
  expect(gone.map((each) => each.split('.')[0])).toEqual(['aws_sqs_queue_policy']);
});

test('a workload is bounded where the account has a boundary, and nowhere else', () => {
  for (const account of ['example-shop-dev', 'example-shop-prod']) {
    const resources = resourcesOf(account);
    const boundary = Object.keys(resources).some((each) => each.startsWith('aws_iam_policy.boundary'));
    expect(resources['aws_iam_role.workload-web']?.['permissions_boundary']).toBe(
      boundary ? `arn:aws:iam::${idOf(account)}:policy/bulkhead/boundary` : undefined,
    );
  }
});

test('a workload stands under the path of workloads and reaches the stores of its own account', () => {
  expect(there['aws_iam_role.workload-web']).toMatchObject({ path: '/workload/' });
  const own = statementsAt(there, /^aws_iam_role_policy\.workload-web_own_/);
  const roleArn = `arn:aws:iam::${shop}:role/workload/web`;
  expect(allows(own, { action: 's3:PutObject', resource: `${bucket}/1.json`, roleArn, context: usual })).toBe(true);
  expect(Object.keys(there).filter((each) => each.startsWith('aws_iam_instance_profile.workload-web'))).toHaveLength(1);
});

test("a unit's own constructs find the account's stores and workloads, and are told which there are", () => {
  const stack = stacksOf().find(({ node }) => node.id === 'example-shop-prod');
  expect(stack?.store('orders')).toMatchObject({ name: bucket.slice('arn:aws:s3:::'.length), arn: bucket });
  expect(stack?.workload('web').instanceProfileName).toBeDefined();
  expect(() => stack?.store('order')).toThrow('shop in prod has no store order, it has orders, events');
  expect(() => stack?.workload('shop')).toThrow('shop in prod has no workload shop, it has web');
});
