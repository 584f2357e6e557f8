import {
  GetAWSDefaultServiceQuotaCommand,
  GetAutoManagementConfigurationCommand,
  GetRequestedServiceQuotaChangeCommand,
  GetServiceQuotaCommand,
  IllegalArgumentException,
  ListRequestedServiceQuotaChangeHistoryByQuotaCommand,
  ListRequestedServiceQuotaChangeHistoryCommand,
  ListServiceQuotasCommand,
  RequestServiceQuotaIncreaseCommand,
  ServiceQuotasClient,
  paginateListAWSDefaultServiceQuotas,
  paginateListServiceQuotas,
  paginateListServices,
} from '@aws-sdk/client-service-quotas';
import type { QuotaDecision, QuotaSetting } from './quota.ts';
import { quotaCatalogue } from './quota.ts';
import type { LocalAws } from './start-local-aws.ts';
import { clientOf, controllerOf, dev, prod, startSmallWorld } from './world.fixture.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startSmallWorld();
});
afterEach(() => aws.close());

interface Listed {
  readonly QuotaCode?: string;
  readonly ServiceCode?: string;
}

const ec2 = { ServiceCode: 'ec2' };
const codes = quotaCatalogue.filter(({ serviceCode }) => serviceCode === 'ec2').map(({ quotaCode }) => quotaCode);
const standard = { ServiceCode: 'ec2', QuotaCode: 'L-1216C47A' };
const inAccount = (accountId = dev, region = 'eu-west-1') =>
  new ServiceQuotasClient(clientOf(aws, controllerOf(accountId), region));
const ask = (DesiredValue: number, client = inAccount(), QuotaCode = standard.QuotaCode) =>
  client.send(new RequestServiceQuotaIncreaseCommand({ ...standard, QuotaCode, DesiredValue }));
const value = async (client = inAccount()) => (await client.send(new GetServiceQuotaCommand(standard))).Quota?.Value;
const status = async () =>
  (await inAccount().send(new ListRequestedServiceQuotaChangeHistoryCommand({}))).RequestedQuotas?.[0];

test('an approved request raises the quota of its account and Region, and of no other', async () => {
  const { RequestedQuota } = await ask(2400);
  expect(RequestedQuota).toMatchObject({ Status: 'PENDING', DesiredValue: 2400, Created: expect.any(Date) });
  expect(await value()).toBe(5);
  aws.clock.advance(600_000);
  expect(await status()).toMatchObject({ Status: 'APPROVED', LastUpdated: expect.any(Date) });
  expect(await value()).toBe(2400);
  expect(await value(inAccount(prod))).toBe(5);
  expect(await value(inAccount(dev, 'us-east-1'))).toBe(5);
});

test.each<[string, QuotaDecision, string, number]>([
  ['partly granted', { outcome: 'approve', afterSeconds: 60, grant: 100 }, 'APPROVED', 100],
  ['denied', { outcome: 'deny', afterSeconds: 60 }, 'DENIED', 5],
  ['not approved', { outcome: 'not-approve', afterSeconds: 60 }, 'NOT_APPROVED', 5],
  ['with support', { outcome: 'open-case', afterSeconds: 60 }, 'CASE_OPENED', 5],
  [
    'closed by support',
    { outcome: 'open-case', afterSeconds: 30, closeAfterSeconds: 30, grant: 50 },
    'CASE_CLOSED',
    50,
  ],
])('a request can be %s', async (_, decision, expected, applied) => {
  aws.world.quotaDecisions.push(decision);
  await ask(2400);
  aws.clock.advance(60_000);
  expect(await status()).toMatchObject({ Status: expected });
  expect(await value()).toBe(applied);
});

test('a request that allows no case ends without one', async () => {
  aws.world.quotaDecisions.push({ outcome: 'open-case', afterSeconds: 0 });
  await inAccount().send(
    new RequestServiceQuotaIncreaseCommand({ ...standard, DesiredValue: 9, SupportCaseAllowed: false }),
  );
  expect(await status()).toMatchObject({ Status: 'NOT_APPROVED' });
});

test.each<[string, Partial<QuotaSetting>, number, string, string | RegExp]>([
  ['lower than', {}, 4, 'IllegalArgumentException', /greater than the current quota value$/],
  ['equal to', {}, 5, 'IllegalArgumentException', /greater than the current quota value$/],
  [
    'not above the default of',
    { value: null },
    5,
    'IllegalArgumentException',
    /greater than the default quota value of 5.0$/,
  ],
  ['for what is not adjustable in', { adjustable: false }, 9, 'InvalidResourceStateException', /not adjustable/],
])('a value %s the quota is refused', async (_, setting, desired, name, message) => {
  aws.world.quotas.push({ quotaCode: standard.QuotaCode, ...setting });
  const error = await ask(desired).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name, message: expect.stringMatching(message), $metadata: { httpStatusCode: 400 } });
  if (name === 'IllegalArgumentException') expect(error).toBeInstanceOf(IllegalArgumentException);
});

test('only one request per quota may be open', async () => {
  await ask(10);
  await expect(ask(11)).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
    message: 'Only one open service quota increase request is allowed per quota',
  });
});

test.each([
  ['20 requests per account', ['eu-west-1', 'us-east-1'], 20],
  ['2 requests per Region that is off by default', ['eu-central-2'], 2],
])('at most %s may be open', async (_, regions, allowed) => {
  const asked = regions.flatMap((region) => codes.map((code) => ({ region, code }))).slice(0, allowed + 1);
  const outcomes: string[] = [];
  for (const { region, code } of asked) {
    outcomes.push(
      await ask(100, inAccount(dev, region), code).then(
        () => 'ok',
        (error: unknown) => (error as Error).name,
      ),
    );
  }
  expect(outcomes).toEqual([...Array.from({ length: allowed }, () => 'ok'), 'QuotaExceededException']);
});

test('without an applied value the quota is missing from the list and only its default can be read', async () => {
  aws.world.quotas.push({ quotaCode: standard.QuotaCode, value: null });
  const { Quotas } = await inAccount().send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' }));
  expect(Quotas?.map(({ QuotaCode }) => QuotaCode)).not.toContain(standard.QuotaCode);
  await expect(value()).rejects.toMatchObject({ name: 'NoSuchResourceException' });
  const { Quota } = await inAccount().send(new GetAWSDefaultServiceQuotaCommand(standard));
  expect(Quota).toMatchObject({ Value: 5, QuotaArn: 'arn:aws:servicequotas:eu-west-1::ec2/L-1216C47A' });
});

test('a quota that AWS could not read comes with a reason and no value', async () => {
  aws.world.quotas.push({ quotaCode: standard.QuotaCode, errorReason: 'DEPENDENCY_THROTTLING_ERROR' });
  const { Quota } = await inAccount().send(new GetServiceQuotaCommand(standard));
  expect(Quota?.ErrorReason?.ErrorCode).toBe('DEPENDENCY_THROTTLING_ERROR');
  expect(Quota?.Value).toBeUndefined();
});

test('the history forgets a request after 90 days', async () => {
  const { RequestedQuota } = await ask(10);
  const read = () =>
    inAccount().send(new GetRequestedServiceQuotaChangeCommand({ RequestId: RequestedQuota?.Id ?? '' }));
  expect((await read()).RequestedQuota?.Id).toBe(RequestedQuota?.Id);
  aws.clock.advance(90 * 86_400_000);
  await expect(read()).rejects.toMatchObject({ name: 'NoSuchResourceException' });
  expect(await status()).toBeUndefined();
});

test('histories are paged, newest first, and can be told apart by quota and status', async () => {
  await ask(10);
  aws.clock.advance(600_000);
  await ask(20);
  const byQuota = (input: object) =>
    inAccount().send(new ListRequestedServiceQuotaChangeHistoryByQuotaCommand({ ...standard, ...input }));
  const first = await byQuota({ MaxResults: 1 });
  expect(first.RequestedQuotas?.map(({ DesiredValue }) => DesiredValue)).toEqual([20]);
  const second = await byQuota({ MaxResults: 1, NextToken: first.NextToken });
  expect(second.RequestedQuotas?.map(({ DesiredValue }) => DesiredValue)).toEqual([10]);
  expect(second.NextToken).toBeUndefined();
  const open = await byQuota({ Status: 'PENDING' });
  expect(open.RequestedQuotas?.map(({ DesiredValue }) => DesiredValue)).toEqual([20]);
});

test.each<[string, () => AsyncIterable<object>, readonly string[]]>([
  [
    'services',
    () => paginateListServices({ client: inAccount(), pageSize: 1 }, {}),
    [...new Set(quotaCatalogue.map(({ serviceCode }) => serviceCode))],
  ],
  ['quotas', () => paginateListServiceQuotas({ client: inAccount(), pageSize: 4 }, { ...ec2 }), codes],
  ['defaults', () => paginateListAWSDefaultServiceQuotas({ client: inAccount(), pageSize: 4 }, { ...ec2 }), codes],
])('%s are listed page by page, each once', async (_, pages, expected) => {
  const listed: Listed[][] = [];
  for await (const page of pages()) listed.push(Object.values(page).filter(Array.isArray).flat() as Listed[]);
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.flat().map(({ QuotaCode, ServiceCode }) => QuotaCode ?? ServiceCode)).toEqual(expected);
});

test('automatic management is told per account and Region', async () => {
  aws.world.automaticManagement[`${dev}/eu-west-1`] = 'NotifyAndAdjust';
  const configuration = async (region: string) =>
    (await inAccount(dev, region).send(new GetAutoManagementConfigurationCommand({}))).OptInType;
  expect([await configuration('eu-west-1'), await configuration('us-east-1')]).toEqual(['NotifyAndAdjust', undefined]);
});

test('a role that lacks one action is refused by that name and may do the rest', async () => {
  const role = aws.world.roles.find(({ accountId }) => accountId === dev);
  role?.permissions.push({
    Statement: { Effect: 'Deny', Action: 'servicequotas:RequestServiceQuotaIncrease', Resource: '*' },
  });
  await expect(ask(10)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:sts::${dev}:assumed-role/controller/local is not authorized to perform: ` +
      `servicequotas:RequestServiceQuotaIncrease on resource: arn:aws:servicequotas:eu-west-1:${dev}:ec2/L-1216C47A ` +
      'with an explicit deny in an identity-based policy',
  });
  expect(await value()).toBe(5);
});
