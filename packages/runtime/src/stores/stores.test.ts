import type { DataClass } from '@bulkhead/model';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider/index.js';
import { App, TerraformStack, Testing } from 'cdktf';
import { sidesOf } from '../grants/grant-sides.ts';
import type { StoreKind } from '@bulkhead/model';
import { usesOf } from '../grants/uses-of.ts';
import { storeOf, termsOf } from '../grants/terms.fixture.ts';
import { storeConstructs } from './store-constructs.ts';
import type { StoreAccess } from './store-props.ts';

type Resource = Readonly<Record<string, unknown>>;
const kinds = Object.keys(usesOf) as StoreKind[];
const useOf = (kind: StoreKind) => Object.keys(usesOf[kind].uses)[0] as 'read-data';
const nobody: StoreAccess = { resource: [], key: [] };

/** Resources of the store `orders` by address. */
function synthesized(kind: StoreKind, dataClass: DataClass, access = nobody): Readonly<Record<string, Resource>> {
  const stack = new TerraformStack(new App(), 'test');
  const provider = new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  const terms = storeOf(kind);
  const resourceName = kind === 'bucket' ? terms.arn.slice('arn:aws:s3:::'.length) : 'orders';
  const props = {
    name: 'orders',
    resourceName,
    terms,
    dataClass,
    protect: dataClass === 'sensitive',
    provider,
    access,
  };
  new storeConstructs[kind](stack, 'store-orders', props);
  const { resource } = JSON.parse(Testing.synth(stack, true)) as {
    resource: Readonly<Record<string, Readonly<Record<string, Resource>>>>;
  };
  return Object.fromEntries(
    Object.entries(resource).flatMap(([type, all]) => Object.entries(all).map(([id, each]) => [`${type}.${id}`, each])),
  );
}

const policiesOf = (resources: Readonly<Record<string, Resource>>) =>
  Object.entries(resources).flatMap(([address, { policy }]) =>
    typeof policy === 'string' ? [[address.replace(/_[0-9A-F]{8}$/, ''), policy] as const] : [],
  );

const types: Readonly<Record<StoreKind, string>> = {
  bucket: 'aws_s3_bucket',
  table: 'aws_dynamodb_table',
  queue: 'aws_sqs_queue',
  topic: 'aws_sns_topic',
  secret: 'aws_secretsmanager_secret',
  bus: 'aws_cloudwatch_event_bus',
  repository: 'aws_ecr_repository',
};

test.each(kinds)('the address of a %s reads as its name, and it says how sensitive its data is', (kind) => {
  expect(synthesized(kind, 'sanitized')[`${types[kind]}.store-orders`]).toMatchObject({
    tags: { DataClass: 'sanitized' },
  });
});

test.each(kinds)('no plan destroys a %s with data that matters, nor its key; one without it may go', (kind) => {
  for (const [dataClass, precious] of [
    ['sensitive', true],
    ['sanitized', true],
    ['synthetic', false],
    ['none', false],
  ] as const) {
    const resources = synthesized(kind, dataClass);
    const holding = Object.entries(resources).filter(([address]) =>
      [types[kind], 'aws_kms_key'].some((type) => address.startsWith(`${type}.`)),
    );
    expect(holding.length).toBeGreaterThanOrEqual(kind === 'bus' || kind === 'repository' ? 1 : 2);
    for (const [address, { lifecycle }] of holding) {
      expect([address, dataClass, lifecycle]).toEqual([
        address,
        dataClass,
        precious ? { prevent_destroy: true } : undefined,
      ]);
    }
  }
});

test.each(kinds)('what a grant says stands in the policy of the %s and of its key, as it was made', (kind) => {
  const { resource, key } = sidesOf(termsOf(kind, useOf(kind)));
  const policies = policiesOf(synthesized(kind, 'sensitive', { resource, key }));
  const texts = (statements: readonly unknown[]) => statements.map((each) => JSON.stringify(each));
  const ofKey = policies.filter(([address]) => address.startsWith('aws_kms_key.')).map(([, text]) => text);
  const ofStore = policies.filter(([address]) => !address.startsWith('aws_kms_key.')).map(([, text]) => text);
  for (const text of texts(resource)) expect(ofStore.join()).toContain(text);
  for (const text of texts(key)) expect(ofKey.join()).toContain(text);
  expect(ofStore).toHaveLength(1);
});

test('who gains or loses a grant changes policies and no address, where a store has a policy anyway', () => {
  for (const kind of ['bucket', 'topic'] as const) {
    const { resource, key } = sidesOf(termsOf(kind, useOf(kind)));
    const without = (all: Readonly<Record<string, Resource>>) =>
      Object.entries(all).map(([address, { policy: _, ...rest }]) => [address, rest]);
    expect(without(synthesized(kind, 'none', { resource, key }))).toEqual(without(synthesized(kind, 'none')));
  }
});

test('a table goes back to any second, and the service refuses to delete it where the phase is protected', () => {
  const table = (dataClass: DataClass) => synthesized('table', dataClass)['aws_dynamodb_table.store-orders'];
  expect(table('sensitive')).toMatchObject({
    deletion_protection_enabled: true,
    point_in_time_recovery: { enabled: true },
    server_side_encryption: { enabled: true },
  });
  expect(table('none')).toMatchObject({ deletion_protection_enabled: false });
});

test('what nobody could work on moves to a queue beside it', () => {
  const { redrive_policy: redrive } = synthesized('queue', 'none')['aws_sqs_queue.store-orders'] ?? {};
  expect(JSON.parse(String(redrive))).toEqual({
    deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:222200000007:orders-dead',
    maxReceiveCount: 5,
  });
});

test('a topic keeps out every account that no grant comes from, and no service of AWS', () => {
  const { resource, key } = sidesOf(termsOf('topic', 'publish'));
  const [, policy = ''] =
    policiesOf(synthesized('topic', 'none', { resource, key })).find(([at]) => at.startsWith('aws_sns')) ?? [];
  expect((JSON.parse(policy) as { Statement: readonly unknown[] }).Statement).toContainEqual({
    Sid: 'Others',
    Effect: 'Deny',
    Principal: '*',
    Action: ['sns:Publish', 'sns:Subscribe'],
    Resource: 'arn:aws:sns:eu-west-1:222200000007:orders',
    Condition: {
      StringNotEquals: { 'aws:PrincipalAccount': ['222200000007', '222200000011'] },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  });
});

test('more grants than the policy of a store takes fail the synthesis, with the store', () => {
  const many = Array.from({ length: 25 }, (_, index) => {
    const until = `2027-06-${String(index + 1).padStart(2, '0')}`;
    return sidesOf(termsOf('queue', 'consume', { name: `grant-${index}`, until }));
  });
  const access = { resource: many.flatMap(({ resource }) => resource), key: many.flatMap(({ key }) => key) };
  expect(() => synthesized('queue', 'none', access)).toThrow(
    'the policy of the queue orders has 25 statements, AWS takes 20: let fewer grants on it end',
  );
});
