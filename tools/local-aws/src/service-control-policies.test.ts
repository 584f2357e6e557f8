import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { RequestServiceQuotaIncreaseCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { exampleWorld } from './example-world.ts';
import { administratorAccess } from './policy-document.ts';
import { type LocalAws, startLocalAws } from './start-local-aws.ts';
import { clientOf, controllerOf, dev, management, prod, smallWorld } from './world.fixture.ts';
import type { World } from './world.ts';

const acme = join(import.meta.dirname, '../../../apps/acme');
const isThere = existsSync(join(acme, 'cdktf.out/stacks'));
const ifThere = isThere ? test : test.skip;
const why = isThere ? '' : ' (skipped: apps/acme is not synthesized)';

let aws: LocalAws;
const start = async (world: World) => {
  aws = await startLocalAws(world);
};
afterEach(() => aws.close());

const engineerOf = (accountId: string) => `arn:aws:iam::${accountId}:role/appeng`;
const ask = (arn: string, QuotaCode = 'L-1216C47A', region = 'eu-west-1') =>
  new ServiceQuotasClient(clientOf(aws, arn, region))
    .send(new RequestServiceQuotaIncreaseCommand({ ServiceCode: 'ec2', QuotaCode, DesiredValue: 2000 }))
    .then(
      () => 'ok',
      (error: unknown) => (error as Error).message,
    );
const refusal = /^User: \S+ is not authorized to perform: \S+ .*with an explicit deny in a service control policy$/;

/** The small world, in which raising quotas is reserved to the controller wherever the policy is attached. */
function reservedWorld(targetId: string): World {
  const world = smallWorld();
  const Statement = {
    Effect: 'Deny',
    Action: 'servicequotas:RequestServiceQuotaIncrease',
    Resource: '*',
    Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/bulkhead/controller' } },
  };
  world.policies.push({
    id: 'p-reserve001',
    name: 'reserve',
    type: 'SERVICE_CONTROL_POLICY',
    content: JSON.stringify({ Version: '2012-10-17', Statement }),
    description: '',
    awsManaged: false,
  });
  world.attachments.push({ policyId: 'p-reserve001', targetId });
  for (const accountId of [management, dev, prod]) addEngineer(world, accountId);
  return world;
}

function addEngineer(world: World, accountId: string): void {
  const trust = { Statement: [] };
  world.roles.push({ accountId, path: '/', name: 'appeng', trust, permissions: [administratorAccess] });
}

test.each([
  ['the root', 'r-abcd'],
  ['the unit of an account', 'ou-abcd-00000001'],
  ['an account', dev],
])('a deny on %s binds the account, whatever its roles are allowed', async (_, targetId) => {
  await start(reservedWorld(targetId));
  expect(await ask(engineerOf(dev))).toMatch(refusal);
  expect(aws.world.quotaRequests).toEqual([]);
});

test.each<[string, string, (world: World) => void]>([
  ['a principal that its condition leaves out', controllerOf(dev), () => undefined],
  ['another account than the one it is attached to', engineerOf(prod), () => undefined],
  [
    'the management account',
    engineerOf(management),
    (world) => world.attachments.push({ policyId: 'p-reserve001', targetId: management }),
  ],
  ['anybody once it is detached', engineerOf(dev), (world) => world.attachments.pop()],
  ['anybody where the type is switched off', engineerOf(dev), (world) => (world.policyTypes = [])],
])('a deny does not bind %s', async (_, arn, change) => {
  const world = reservedWorld(dev);
  change(world);
  await start(world);
  expect(await ask(arn)).toBe('ok');
});

test('EC2 says it in its own words and with its own code', async () => {
  const world = reservedWorld(dev);
  const content = JSON.stringify({ Statement: { Effect: 'Deny', Action: 'ec2:*', Resource: '*' } });
  world.policies = world.policies.map((policy) => (policy.id === 'p-reserve001' ? { ...policy, content } : policy));
  await start(world);
  await expect(
    new EC2Client(clientOf(aws, engineerOf(dev))).send(new DescribeRegionsCommand({})),
  ).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
    message:
      'You are not authorized to perform this operation. ' +
      `User: arn:aws:sts::${dev}:assumed-role/appeng/local is not authorized to perform: ec2:DescribeRegions ` +
      'with an explicit deny in a service control policy',
  });
});

ifThere(`acme's own policies let the controller raise quotas, and nobody else, in its Regions${why}`, async () => {
  const world = exampleWorld(acme, 'acme', '2026-10-15');
  const account = world.accounts.find(({ name }) => name === 'acme-retail-dev')?.id ?? '';
  addEngineer(world, account);
  await start(world);
  expect(await ask(controllerOf(account))).toBe('ok');
  expect(await ask(engineerOf(account))).toMatch(refusal);
  expect(await ask(controllerOf(account), 'L-1216C47A', 'us-east-1')).toMatch(refusal);
});

test("a deny that ends by date ends with the world's time", async () => {
  const world = reservedWorld(dev);
  const until = { DateLessThan: { 'aws:CurrentTime': '2026-10-16' } };
  const content = JSON.stringify({
    Statement: { Effect: 'Deny', Action: 'servicequotas:*', Resource: '*', Condition: until },
  });
  world.policies = world.policies.map((policy) => (policy.id === 'p-reserve001' ? { ...policy, content } : policy));
  await start(world);
  aws.clock.set(new Date('2026-10-15T23:59:58Z'));
  expect(await ask(engineerOf(dev))).toMatch(refusal);
  aws.clock.set(new Date('2026-10-16T00:00:01Z'));
  expect(await ask(engineerOf(dev))).toBe('ok');
});

test('a deny can compare the account of the caller with that of the resource', async () => {
  const world = reservedWorld(dev);
  const elsewhere = { StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } };
  const denyIf = (Condition: object) => {
    const content = JSON.stringify({ Statement: { Effect: 'Deny', Action: '*', Resource: '*', Condition } });
    world.policies = world.policies.map((policy) => (policy.id === 'p-reserve001' ? { ...policy, content } : policy));
  };
  denyIf(elsewhere);
  await start(world);
  expect(await ask(engineerOf(dev))).toBe('ok');
  denyIf({ StringEquals: elsewhere.StringNotEquals });
  expect(await ask(engineerOf(dev))).toMatch(refusal);
});
