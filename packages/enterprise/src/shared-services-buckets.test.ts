import { definition, fullLock, statementsOf, synthesize } from './context.fixture.ts';
import { type Call, decide } from './decide.fixture.ts';

const stack = synthesize()['example-shared-services'] ?? {};
const id = fullLock(definition).accounts?.['example-shared-services']?.id ?? '';
const trail = 'arn:aws:cloudtrail:eu-west-1:000000000001:trail/example-trail';
const dataEvents = 'arn:aws:cloudtrail:us-east-1:000000000014:trail/data-events';
const accountTrail = { 'aws:SourceOrgID': 'o-exampleorg1', 'aws:SourceArn': dataEvents };
const bucket = (kind: string) => `arn:aws:s3:::example-shared-services-${kind}-${id}`;
const policyOf = (kind: string) => statementsOf(stack, new RegExp(`^aws_s3_bucket_policy\\.${kind}_policy`));
const tls = { 'aws:SecureTransport': 'true' };
const acl = { 's3:x-amz-acl': 'bucket-owner-full-control' };

test.each([
  [
    'archive',
    { versioned: true, locked: true, encryption: 'aws:kms', nobodyDeletes: true, expires: undefined, logged: true },
  ],
  [
    'config',
    { versioned: true, locked: false, encryption: 'aws:kms', nobodyDeletes: true, expires: undefined, logged: true },
  ],
  [
    'access-logs',
    { versioned: true, locked: false, encryption: 'AES256', nobodyDeletes: true, expires: 2562, logged: false },
  ],
  [
    'billing',
    { versioned: true, locked: false, encryption: 'AES256', nobodyDeletes: true, expires: undefined, logged: true },
  ],
])('%s keeps the promise that is written down for it', (kind, promise) => {
  const resource = (type: string) => {
    const [, found] =
      Object.entries(stack).find(([each]) => new RegExp(`^aws_s3_bucket${type}\\.${kind}(_|$)`).test(each)) ?? [];
    return found;
  };
  const rules = JSON.stringify(resource('_server_side_encryption_configuration'));
  const lifecycle = resource('_lifecycle_configuration')?.['rule'] as readonly {
    expiration?: readonly { days: number }[];
  }[];
  const deletion = { action: 's3:DeleteObjectVersion', resource: `${bucket(kind)}/x`, context: tls };
  expect({
    versioned: JSON.stringify(resource('_versioning')).includes('"Enabled"'),
    locked: resource('')?.['object_lock_enabled'] === true,
    encryption: /"sse_algorithm":"([^"]+)"/.exec(rules)?.[1],
    nobodyDeletes: decide(policyOf(kind), deletion) === 'denies',
    expires: lifecycle[0]?.expiration?.[0]?.days,
    logged: resource('_logging') !== undefined,
  }).toEqual(promise);
});

const principal = (account: string, role: string) => ({
  'aws:PrincipalArn': `arn:aws:iam::${account}:role/${role}`,
  'aws:PrincipalOrgID': 'o-exampleorg1',
  ...tls,
});
const cloudTrail = { service: 'cloudtrail.amazonaws.com' };
const logDelivery = { service: 'delivery.logs.amazonaws.com' };
const logs = 'arn:aws:logs:eu-west-1:000000000014:*';

test.each<[string, Omit<Call, 'action' | 'resource'>, string, 'allows' | 'denies' | 'nothing']>([
  [
    'the trail of this organization',
    { ...cloudTrail, context: { 'aws:SourceArn': trail, ...acl } },
    'AWSLogs/o-exampleorg1/1/x',
    'allows',
  ],
  [
    'its trail, beside its place',
    { ...cloudTrail, context: { 'aws:SourceArn': trail, ...acl } },
    'AWSLogs/o-otherorg123/1/x',
    'nothing',
  ],
  [
    "another account's trail",
    { ...cloudTrail, context: { 'aws:SourceArn': trail.replace('0001:', '0009:'), ...acl } },
    'AWSLogs/o-exampleorg1/1/x',
    'nothing',
  ],
  [
    'the trail of an account of the organization of who reads its data',
    { ...cloudTrail, context: { ...accountTrail, ...acl } },
    'AWSLogs/000000000014/CloudTrail/x',
    'allows',
  ],
  ['such a trail, beside its place', { ...cloudTrail, context: { ...accountTrail, ...acl } }, 'logs/shop/x', 'nothing'],
  [
    'such a trail of another organization',
    { ...cloudTrail, context: { ...accountTrail, 'aws:SourceOrgID': 'o-otherorg123', ...acl } },
    'AWSLogs/000000000014/CloudTrail/x',
    'nothing',
  ],
  [
    'another trail of an account of the organization',
    { ...cloudTrail, context: { ...accountTrail, 'aws:SourceArn': dataEvents.replace('data-', 'more-'), ...acl } },
    'AWSLogs/000000000014/CloudTrail/x',
    'nothing',
  ],
  [
    'such a trail that keeps its objects for itself',
    { ...cloudTrail, context: accountTrail },
    'AWSLogs/000000000014/CloudTrail/x',
    'nothing',
  ],
  [
    'a trail that keeps its objects for itself',
    { ...cloudTrail, context: { 'aws:SourceArn': trail } },
    'AWSLogs/o-exampleorg1/1/x',
    'nothing',
  ],
  [
    'log delivery of an account of the organization',
    { ...logDelivery, context: { 'aws:SourceOrgID': 'o-exampleorg1', 'aws:SourceArn': logs, ...acl } },
    'AWSLogs/1/x',
    'allows',
  ],
  [
    'log delivery of another organization',
    { ...logDelivery, context: { 'aws:SourceOrgID': 'o-otherorg123', 'aws:SourceArn': logs, ...acl } },
    'AWSLogs/1/x',
    'nothing',
  ],
  ['the role of the streams', { context: principal(id, 'bulkhead/archive-writer') }, 'logs/shop/x', 'nothing'],
  ['an administrator of the account', { context: principal(id, 'admin') }, 'logs/shop/x', 'denies'],
  ['the deployer', { context: principal(id, 'bulkhead/deployer') }, 'logs/shop/x', 'denies'],
  [
    'a role of that name in another account',
    { context: principal('000000000099', 'bulkhead/archive-writer') },
    'logs/shop/x',
    'denies',
  ],
  ['nobody known', { context: tls }, 'logs/shop/x', 'denies'],
])('%s writing to the archive: see what its policy says', (_, caller, key, expected) => {
  expect(
    decide(policyOf('archive'), { ...caller, action: 's3:PutObject', resource: `${bucket('archive')}/${key}` }),
  ).toBe(expected);
});

test.each<[string, Omit<Call, 'action' | 'resource'>, 'allows' | 'denies' | 'nothing']>([
  [
    'a recorder of any account',
    { context: { ...principal('000000000014', 'bulkhead/config-recorder'), ...acl } },
    'allows',
  ],
  [
    'a recorder of another organization',
    {
      context: {
        ...principal('000000000099', 'bulkhead/config-recorder'),
        'aws:PrincipalOrgID': 'o-otherorg123',
        ...acl,
      },
    },
    'nothing',
  ],
  [
    'AWS Config for this organization',
    { service: 'config.amazonaws.com', context: { 'aws:SourceOrgID': 'o-exampleorg1', ...acl } },
    'allows',
  ],
  [
    'AWS Config for another one',
    { service: 'config.amazonaws.com', context: { 'aws:SourceOrgID': 'o-otherorg123', ...acl } },
    'nothing',
  ],
  ['an administrator', { context: { ...principal(id, 'admin'), ...acl } }, 'denies'],
])('%s writing to the bucket of AWS Config: see what its policy says', (_, caller, expected) => {
  const resource = `${bucket('config')}/AWSLogs/000000000014/Config/x`;
  expect(decide(policyOf('config'), { ...caller, action: 's3:PutObject', resource })).toBe(expected);
});

describe.each(['archive', 'config', 'access-logs', 'billing'])('nobody, whoever asks, in %s', (kind) => {
  test.each([
    ['s3:DeleteObject', '/x'],
    ['s3:DeleteObjectVersion', '/x'],
    ['s3:BypassGovernanceRetention', '/x'],
    ['s3:DeleteBucket', ''],
  ])('may %s', (action, path) => {
    for (const role of ['admin', 'bulkhead/deployer', 'bulkhead/security-administrator', 'bulkhead/archive-writer']) {
      expect(decide(policyOf(kind), { action, resource: `${bucket(kind)}${path}`, context: principal(id, role) })).toBe(
        'denies',
      );
    }
  });
});

describe('keys', () => {
  const keys = Object.keys(stack).filter((each) => each.startsWith('aws_kms_key.'));

  test.each(['kms:ScheduleKeyDeletion', 'kms:DisableKey'])(
    'no key of shared services takes %s from anybody',
    (action) => {
      expect(keys).toHaveLength(2);
      for (const key of keys) {
        const statements = statementsOf(stack, new RegExp(`^${key}$`));
        for (const role of ['admin', 'bulkhead/deployer', 'bulkhead/break-glass']) {
          expect(decide(statements, { action, resource: 'x', context: principal(id, role) })).toBe('denies');
        }
      }
    },
  );

  test('its policy names no member account, so that a new account changes nothing', () => {
    const members = Object.entries(fullLock(definition).accounts ?? {}).filter(
      ([name]) => name !== 'example-shared-services',
    );
    const policies = keys.map((key) => String(stack[key]?.['policy']));
    expect(members.length).toBeGreaterThan(3);
    expect(members.filter(([, account]) => policies.some((policy) => policy.includes(account.id)))).toEqual([]);
  });

  test.each([
    ['the trail', { 'aws:SourceArn': trail }, 'allows'],
    ["an account's trail of who reads its data", accountTrail, 'allows'],
    ['such a trail of another organization', { ...accountTrail, 'aws:SourceOrgID': 'o-otherorg123' }, 'nothing'],
    ['another trail', { ...accountTrail, 'aws:SourceArn': dataEvents.replace('data-', 'more-') }, 'nothing'],
  ])('%s is encrypted by the key of telemetry, or not: see what its policy says', (_, context, expected) => {
    const statements = statementsOf(stack, /^aws_kms_key\.telemetry-key-eu-west-1/);
    for (const action of ['kms:GenerateDataKey', 'kms:Decrypt', 'kms:DescribeKey']) {
      expect(decide(statements, { action, resource: 'x', ...cloudTrail, context })).toBe(expected);
    }
  });

  test.each([
    ['a recorder', 'bulkhead/config-recorder', 'kms:GenerateDataKey', 'allows'],
    ['a unit', 'appeng', 'kms:GenerateDataKey', 'nothing'],
    ['a unit', 'appeng', 'kms:Decrypt', 'nothing'],
  ])('to %s of a member account, as %s calling %s, a key %s', (_, role, action, expected) => {
    const context = principal('000000000014', role);
    expect(
      decide(statementsOf(stack, /^aws_kms_key\.telemetry-key-eu-west-1/), { action, resource: 'x', context }),
    ).toBe(expected);
  });
});
