import { policyJson } from '@bulkhead/baseline';
import { allows } from '../grants/evaluate.fixture.ts';
import type { StoreKind, WorkloadService } from '@bulkhead/model';
import { usesOf } from '../grants/uses-of.ts';
import { storeOf } from '../grants/terms.fixture.ts';
import { ownStatements } from './own-policy.ts';
import { workloadTrust } from './workload-trust.ts';

const kinds = Object.keys(usesOf) as StoreKind[];
const own = ownStatements(kinds.map(storeOf));
const at = (service: string, name: string) => `arn:aws:${service}:eu-west-1:222200000007:${name}`;
const bucket = 'arn:aws:s3:::acme-retail-prod-orders-222200000007';
const can = (action: string, resource: string, context: Readonly<Record<string, string>> = {}) =>
  allows(own, {
    action,
    resource,
    roleArn: 'arn:aws:iam::222200000007:role/workload/shop',
    context: { 'aws:ResourceAccount': '222200000007', ...context },
  });

test.each([
  ['s3:GetObject', `${bucket}/1.json`],
  ['s3:PutObject', `${bucket}/1.json`],
  ['s3:DeleteObject', `${bucket}/1.json`],
  ['s3:ListBucket', bucket],
  ['dynamodb:Query', at('dynamodb', 'table/orders/index/by-day')],
  ['dynamodb:DeleteItem', at('dynamodb', 'table/orders')],
  ['sqs:ReceiveMessage', at('sqs', 'orders')],
  ['sqs:SendMessage', at('sqs', 'orders')],
  ['sns:Publish', at('sns', 'orders')],
  ['secretsmanager:GetSecretValue', at('secretsmanager', 'secret:orders-AbCdEf')],
  ['events:PutEvents', at('events', 'event-bus/orders')],
  ['ecr:BatchGetImage', at('ecr', 'repository/retail/orders')],
  ['ecr:GetAuthorizationToken', '*'],
])('a workload may %s on the store of its own account', (action, resource) => {
  expect(can(action, resource)).toBe(true);
});

test.each([
  ['s3:GetObject', `${bucket}-other/1.json`],
  ['s3:PutBucketPolicy', bucket],
  ['dynamodb:DeleteTable', at('dynamodb', 'table/orders')],
  ['sqs:ReceiveMessage', at('sqs', 'orders-dead')],
  ['sqs:AddPermission', at('sqs', 'orders')],
  ['sns:SetTopicAttributes', at('sns', 'orders')],
  ['kms:PutKeyPolicy', at('kms', 'key/1')],
])('a workload may not %s on %s', (action, resource) => {
  expect(can(action, resource, { 'kms:ResourceAliases': 'alias/store/orders' })).toBe(false);
});

test('a workload subscribes to a topic with what stands in its own account, and with no address outside', () => {
  const subscribes = (protocol: string, endpoint: string) =>
    can('sns:Subscribe', at('sns', 'orders'), { 'sns:Protocol': protocol, 'sns:Endpoint': endpoint });
  expect(subscribes('sqs', at('sqs', 'mine'))).toBe(true);
  expect(subscribes('sqs', 'arn:aws:sqs:eu-west-1:222200000011:theirs')).toBe(false);
  expect(subscribes('email', 'somebody@example.com')).toBe(false);
});

test('a workload uses the keys of its stores, through their services and no other way', () => {
  const decrypts = (context: Readonly<Record<string, string>>) =>
    can('kms:Decrypt', at('kms', 'key/1'), { 'kms:ResourceAliases': 'alias/store/orders', ...context });
  expect(decrypts({ 'kms:ViaService': 's3.eu-west-1.amazonaws.com' })).toBe(true);
  expect(decrypts({ 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' })).toBe(false);
  expect(decrypts({})).toBe(false);
  expect(decrypts({ 'kms:ViaService': 's3.eu-west-1.amazonaws.com', 'kms:ResourceAliases': 'alias/backup' })).toBe(
    false,
  );
});

test('twenty stores of each kind leave room for grants in the policies of a role', () => {
  const many = kinds.flatMap((kind) => Array.from({ length: 20 }, () => storeOf(kind)));
  const buckets = many.filter(({ kind }) => kind === 'bucket');
  expect(policyJson(ownStatements(buckets)).length).toBeLessThan(10_240 / 2);
});

test.each<[WorkloadService, string, readonly string[]]>([
  ['ec2', 'ec2.amazonaws.com', []],
  ['lambda', 'lambda.amazonaws.com', []],
  ['ecs', 'ecs-tasks.amazonaws.com', ['222200000007']],
  ['batch', 'ecs-tasks.amazonaws.com', ['222200000007']],
  ['eks', 'pods.eks.amazonaws.com', ['222200000007']],
  ['states', 'states.amazonaws.com', ['222200000007']],
])(
  'what runs on %s is started by %s, for its own account where the service says which',
  (runsOn, service, accounts) => {
    const trust = workloadTrust(runsOn, '222200000007');
    expect(trust).toMatchObject([{ Effect: 'Allow', Principal: { Service: service } }]);
    expect(trust.flatMap(({ Condition }) => Condition?.['StringEquals']?.['aws:SourceAccount'] ?? [])).toEqual(
      accounts,
    );
  },
);
