import { type Call, allows } from './evaluate.fixture.ts';
import { type GrantSides, sidesOf } from './grant-sides.ts';
import type { GrantTerms } from './grant-terms.ts';
import type { GrantedUse, StoreKind } from '@bulkhead/model';
import { termsOf } from './terms.fixture.ts';

const store = 'arn:aws:s3:::acme-retail-prod-orders-222200000007';
const at = (service: string, name: string) => `arn:aws:${service}:eu-west-1:222200000007:${name}`;
const table = at('dynamodb', 'table/orders');
const secret = at('secretsmanager', 'secret:orders-AbCdEf');
const queue = at('sqs', 'orders');
const topic = at('sns', 'orders');
const repository = at('ecr', 'repository/retail/orders');
const key = 'arn:aws:kms:eu-west-1:222200000007:key/00000000-0000-4000-8000-000000000009';

/** Every use that a kind has, and everything that it allows: `action resource`. */
const cases: readonly (readonly [StoreKind, GrantedUse, readonly string[]])[] = [
  ['bucket', 'read-data', [`s3:GetObject ${store}/2026/1.json`, `s3:ListBucket ${store}`]],
  ['bucket', 'write-data', [`s3:AbortMultipartUpload ${store}/2026/1.json`, `s3:PutObject ${store}/2026/1.json`]],
  ['bucket', 'use-key', []],
  [
    'table',
    'read-data',
    ['BatchGetItem', 'ConditionCheckItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'].flatMap((action) =>
      [table, `${table}/index/by-day`].map((resource) => `dynamodb:${action} ${resource}`),
    ),
  ],
  ['table', 'write-data', ['BatchWriteItem', 'PutItem', 'UpdateItem'].map((action) => `dynamodb:${action} ${table}`)],
  ['table', 'use-key', []],
  [
    'queue',
    'consume',
    ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
      (action) => `sqs:${action} ${queue}`,
    ),
  ],
  ['queue', 'publish', [`sqs:GetQueueUrl ${queue}`, `sqs:SendMessage ${queue}`]],
  ['queue', 'use-key', []],
  ['topic', 'consume', [`sns:Subscribe ${topic}`]],
  ['topic', 'publish', [`sns:Publish ${topic}`]],
  ['topic', 'use-key', []],
  ['secret', 'read-data', [`secretsmanager:DescribeSecret ${secret}`, `secretsmanager:GetSecretValue ${secret}`]],
  ['secret', 'use-key', []],
  ['bus', 'publish', [`events:PutEvents ${at('events', 'event-bus/orders')}`]],
  [
    'repository',
    'read-data',
    ['BatchCheckLayerAvailability', 'BatchGetImage', 'GetDownloadUrlForLayer'].map(
      (each) => `ecr:${each} ${repository}`,
    ),
  ],
];

/** Of each service more than any use has, on the store and on its neighbours. */
const actions = [
  ...['GetObject', 'GetObjectVersion', 'GetObjectTagging', 'ListBucket', 'PutObject', 'PutObjectAcl', 'DeleteObject'],
  ...['AbortMultipartUpload', 'PutBucketPolicy', 'GetBucketPolicy', 'PutReplicationConfiguration'],
].map((each) => `s3:${each}`);
const universe: readonly string[] = [
  ...actions,
  ...['BatchGetItem', 'ConditionCheckItem', 'DescribeTable', 'GetItem', 'Query', 'Scan', 'BatchWriteItem', 'PutItem']
    .concat('UpdateItem', 'DeleteItem', 'DeleteTable', 'PutResourcePolicy', 'ExportTableToPointInTime')
    .map((each) => `dynamodb:${each}`),
  ...['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage', 'SendMessage']
    .concat('PurgeQueue', 'SetQueueAttributes', 'DeleteQueue', 'AddPermission')
    .map((each) => `sqs:${each}`),
  ...['Subscribe', 'Publish', 'SetTopicAttributes', 'AddPermission', 'DeleteTopic'].map((each) => `sns:${each}`),
  ...['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'PutResourcePolicy', 'DeleteSecret'].map(
    (each) => `secretsmanager:${each}`,
  ),
  ...['PutEvents', 'PutPermission', 'PutRule'].map((each) => `events:${each}`),
  ...['BatchCheckLayerAvailability', 'BatchGetImage', 'GetDownloadUrlForLayer', 'PutImage', 'BatchDeleteImage'].map(
    (each) => `ecr:${each}`,
  ),
];
const resources = [
  ...[store, `${store}/2026/1.json`, `${store}-sanitized`, `${store}-sanitized/1.json`],
  ...[table, `${table}/index/by-day`, `${table}-old`, queue, `${queue}-dead`, topic, `${topic}-dead`],
  ...[secret, at('secretsmanager', 'secret:orders-of-last-year-AbCdEf'), repository, `${repository}-old`],
  ...[at('events', 'event-bus/orders'), at('events', 'event-bus/default')],
];

const loader = 'arn:aws:iam::222200000011:role/workload/loader';
const subscription = { 'sns:Protocol': 'sqs', 'sns:Endpoint': 'arn:aws:sqs:eu-west-1:222200000011:orders' };
/** What AWS puts into every request of the loader. */
const usual = {
  'aws:PrincipalOrgID': 'o-exampleacme',
  'aws:ResourceAccount': '222200000007',
  'aws:CurrentTime': '2026-11-24T12:00:00Z',
  ...subscription,
};
const call = (what: string, more: Partial<Call> = {}): Call => {
  const [action = '', resource = ''] = what.split(' ');
  return { action, resource, roleArn: loader, ...more, context: { ...usual, ...more.context } };
};

/** Across accounts both sides have to say yes. */
const both = ({ identity, resource }: GrantSides, each: Call) => allows(identity, each) && allows(resource, each);
/** A policy is attached to one store; where its statements name no resource, only that one is meant. */
const attachedTo = { secret, repository } as Readonly<Partial<Record<StoreKind, string>>>;
const all = (terms: GrantTerms) => {
  const sides = sidesOf(terms);
  const only = attachedTo[terms.store.kind];
  return universe.flatMap((action) =>
    resources
      .map((resource) => `${action} ${resource}`)
      .filter((each) => (only === undefined || each.endsWith(only)) && both(sides, call(each))),
  );
};

test.each(cases)('a grant on a %s to %s allows exactly that, from both sides', (kind, use, expected) => {
  expect(all(termsOf(kind, use)).sort()).toEqual([...expected].sort());
});

const granted = cases.filter(([, , expected]) => expected.length > 0);

test.each(granted)('a grant on a %s to %s lets in one role and nobody else', (kind, use, expected) => {
  const { resource, identity } = sidesOf(termsOf(kind, use));
  for (const what of expected) {
    expect(allows(resource, call(what))).toBe(true);
    for (const roleArn of [
      'arn:aws:iam::222200000011:role/workload/loader2',
      'arn:aws:iam::222200000011:role/loader',
      'arn:aws:iam::222200000010:role/workload/loader',
    ]) {
      expect(allows(resource, call(what, { roleArn }))).toBe(false);
    }
    expect(allows(resource, call(what, { context: { 'aws:PrincipalOrgID': 'o-somebodyelse' } }))).toBe(false);
    // one side alone is no grant
    expect(both({ identity, resource: [], key: [] }, call(what))).toBe(false);
    expect(both({ identity: [], resource, key: [] }, call(what))).toBe(false);
  }
});

test.each(cases)(
  'a grant on a %s to %s that ends is over on every side with the beginning of that day',
  (kind, use) => {
    const { identity, resource, key: keySide } = sidesOf(termsOf(kind, use, { until: '2027-06-30' }));
    for (const { Sid, Condition } of [...identity, ...resource, ...keySide]) {
      expect({ Sid, end: Condition?.['DateLessThan'] }).toEqual({
        Sid,
        end: { 'aws:CurrentTime': '2027-06-30T00:00:00Z' },
      });
    }
    const [what] = cases.find(([a, b]) => a === kind && b === use)?.[2] ?? [];
    if (what === undefined) return;
    const on = (time: string) =>
      both({ identity, resource, key: [] }, call(what, { context: { 'aws:CurrentTime': time } }));
    expect(on('2027-06-29T23:59:59Z')).toBe(true);
    expect(on('2027-06-30T00:00:00Z')).toBe(false);
  },
);

test('a bucket of the same name in another account is not the one that was granted', () => {
  const { identity } = sidesOf(termsOf('bucket', 'write-data'));
  const what = `s3:PutObject ${store}/1.json`;
  expect(allows(identity, call(what))).toBe(true);
  expect(allows(identity, call(what, { context: { 'aws:ResourceAccount': '999900000001' } }))).toBe(false);
});

test("to subscribe is to subscribe with a queue or a function of the grantee's own account", () => {
  const sides = sidesOf(termsOf('topic', 'consume'));
  const subscribes = (protocol: string, endpoint: string) =>
    both(sides, call(`sns:Subscribe ${topic}`, { context: { 'sns:Protocol': protocol, 'sns:Endpoint': endpoint } }));
  expect(subscribes('lambda', 'arn:aws:lambda:eu-west-1:222200000011:function:load')).toBe(true);
  expect(subscribes('sqs', 'arn:aws:sqs:eu-west-1:222200000012:orders')).toBe(false);
  expect(subscribes('https', 'https://example.com/222200000011')).toBe(false);
  expect(subscribes('email', 'somebody@example.com')).toBe(false);
  expect(subscribes('application', 'arn:aws:sns:eu-west-1:222200000011:endpoint/GCM/phones/1')).toBe(false);
});

test('who pulls an image gets a token at home', () => {
  const { identity } = sidesOf(termsOf('repository', 'read-data'));
  expect(allows(identity, call('ecr:GetAuthorizationToken *'))).toBe(true);
});

/** What each use does with the key of the store, and through which service; undefined where it does nothing. */
const keyCases: readonly (readonly [StoreKind, GrantedUse, string | undefined, readonly string[]])[] = [
  ['bucket', 'read-data', 's3', ['kms:Decrypt']],
  ['bucket', 'write-data', 's3', ['kms:Decrypt', 'kms:GenerateDataKey']],
  ['table', 'read-data', 'dynamodb', ['kms:Decrypt', 'kms:DescribeKey']],
  ['table', 'write-data', 'dynamodb', ['kms:Decrypt', 'kms:DescribeKey']],
  ['queue', 'consume', 'sqs', ['kms:Decrypt']],
  ['queue', 'publish', 'sqs', ['kms:Decrypt', 'kms:GenerateDataKey']],
  ['topic', 'consume', 'sns', []],
  ['topic', 'publish', 'sns', ['kms:Decrypt', 'kms:GenerateDataKey']],
  ['secret', 'read-data', 'secretsmanager', ['kms:Decrypt']],
  ['bus', 'publish', 'events', []],
  ['repository', 'read-data', 'ecr', []],
  ['bucket', 'use-key', undefined, ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey']],
];
const keyActions = [
  'Decrypt',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'CreateGrant',
  'PutKeyPolicy',
  'DisableKey',
];

test.each(keyCases)(
  'to use a %s for %s the one role uses its key through %s, and no other key',
  (kind, use, service, expected) => {
    const { identity, key: keySide } = sidesOf(termsOf(kind, use));
    const allowed = (more: Readonly<Record<string, string>>, roleArn = loader) =>
      keyActions
        .map((action) => `kms:${action}`)
        .filter((action) =>
          both(
            { identity, resource: keySide, key: [] },
            call(`${action} ${key}`, { roleArn, context: { 'kms:ResourceAliases': 'alias/store/orders', ...more } }),
          ),
        );
    const through = (name: string) => ({ 'kms:ViaService': `${name}.eu-west-1.amazonaws.com` });
    expect(allowed(service === undefined ? {} : through(service))).toEqual(expected);
    if (service !== undefined) {
      expect(allowed({})).toEqual([]);
      expect(allowed(through('ec2'))).toEqual([]);
    }
    const usual = service === undefined ? {} : through(service);
    expect(allowed({ ...usual, 'kms:ResourceAliases': 'alias/store/customers' })).toEqual([]);
    expect(allowed(usual, 'arn:aws:iam::222200000011:role/workload/other')).toEqual([]);
  },
);

test('no statement names a role as its principal', () => {
  for (const [kind, use] of cases) {
    const { resource, key: keySide } = sidesOf(termsOf(kind, use));
    for (const { Principal } of [...resource, ...keySide]) {
      expect(Principal).toEqual({ AWS: 'arn:aws:iam::222200000011:root' });
    }
  }
});

test('every statement says which grant it comes from, in letters and digits', () => {
  for (const [kind, use] of cases) {
    const { identity, resource, key: keySide } = sidesOf(termsOf(kind, use));
    for (const side of [identity, resource, keySide]) {
      const sids = side.map(({ Sid }) => Sid);
      expect(new Set(sids).size).toBe(sids.length);
      for (const sid of sids) expect(sid).toMatch(/^GrantBiUsesOrders[A-Za-z0-9]*$/);
    }
  }
});

test('a use that the kind of store does not have is a mistake of the program', () => {
  expect(() => sidesOf(termsOf('queue', 'read-data'))).toThrow('a queue has no use read-data');
});
