import {
  AttachPolicyCommand,
  ConcurrentModificationException,
  ListAccountsCommand,
  ListHandshakesForAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import {
  ListServiceQuotasCommand,
  RequestServiceQuotaIncreaseCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { CostExplorerClient, GetCostAndUsageCommand } from '@aws-sdk/client-cost-explorer';
import type { Fault } from './faults.ts';
import type { LocalAws } from './start-local-aws.ts';
import { clientOf, controllerOf, dev, management, startSmallWorld } from './world.fixture.ts';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startSmallWorld();
});
afterEach(() => aws.close());

const quotas = (settings: object = {}) => new ServiceQuotasClient({ ...clientOf(aws, controllerOf(dev)), ...settings });
const list = (client = quotas()) => client.send(new ListServiceQuotasCommand({ ServiceCode: 'ec2' }));
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: unknown) => (error as Error).name,
  );

test.each<[Fault, string]>([
  [{ kind: 'throttle' }, 'TooManyRequestsException'],
  [{ kind: 'unavailable' }, 'ServiceUnavailable'],
  [{ kind: 'refuse', code: 'ServiceException', status: 500 }, 'ServiceException'],
  [{ kind: 'drop' }, 'Error'],
])('%j reaches the client as %s', async (fault, name) => {
  aws.faults.set([fault]);
  expect(await outcome(list())).toBe(name);
  aws.faults.clear();
  expect(await outcome(list())).toBe('ok');
});

test('each service throttles in its own words', async () => {
  aws.faults.set([{ kind: 'throttle' }]);
  const settings = clientOf(aws, `arn:aws:iam::${management}:user/administrator`, 'us-east-1');
  expect(await outcome(new OrganizationsClient(settings).send(new ListAccountsCommand({})))).toBe(
    'TooManyRequestsException',
  );
  const query = new GetCostAndUsageCommand({ TimePeriod: undefined, Granularity: 'MONTHLY', Metrics: [] });
  expect(await outcome(new CostExplorerClient(settings).send(query))).toBe('LimitExceededException');
});

test('a fault hits the n-th call of its operation and account only', async () => {
  aws.faults.set([{ operation: 'servicequotas:List*', accountId: dev, kind: 'throttle', at: 2 }]);
  const outcomes = [await outcome(list()), await outcome(list()), await outcome(list())];
  expect(outcomes).toEqual(['ok', 'TooManyRequestsException', 'ok']);
});

test('a rate hits the same calls whenever the seed is the same', async () => {
  const run = async (seed: number) => {
    aws.faults.set([{ kind: 'throttle', rate: 0.4 }], seed);
    const outcomes: string[] = [];
    for (let call = 0; call < 20; call += 1) outcomes.push(await outcome(list()));
    return outcomes.join(' ');
  };
  const first = await run(7);
  expect(await run(7)).toBe(first);
  expect(await run(8)).not.toBe(first);
  expect(first).toContain('ok');
  expect(first).toContain('TooManyRequestsException');
});

test('a connection that breaks after the effect leaves the effect', async () => {
  const ask = () =>
    quotas().send(
      new RequestServiceQuotaIncreaseCommand({ ServiceCode: 'ec2', QuotaCode: 'L-1216C47A', DesiredValue: 10 }),
    );
  aws.faults.set([{ kind: 'drop', at: 1 }]);
  expect(await outcome(ask())).toBe('Error');
  expect(aws.world.quotaRequests).toHaveLength(0);
  aws.faults.set([{ kind: 'drop-after', at: 1 }]);
  expect(await outcome(ask())).toBe('Error');
  expect(aws.world.quotaRequests).toHaveLength(1);
  expect(await outcome(ask())).toBe('ResourceAlreadyExistsException');
  expect(aws.calls.records.map((record) => record.outcome)).toEqual([
    'drop',
    'drop-after',
    'ResourceAlreadyExistsException',
  ]);
});

test('a call that hangs ends by the time-out of the client', async () => {
  aws.faults.set([{ kind: 'hang' }]);
  const requestHandler = { requestTimeout: 50, throwOnRequestTimeout: true };
  expect(await outcome(list(quotas({ requestHandler })))).toBe('TimeoutError');
});

test('a call that is delayed is carried out all the same, whether or not its client has the patience', async () => {
  aws.faults.set([{ kind: 'delay', milliseconds: 200 }]);
  const wish = { ServiceCode: 'ec2', QuotaCode: 'L-1216C47A', DesiredValue: 10 };
  const requestHandler = { requestTimeout: 50, throwOnRequestTimeout: true };
  const hasty = quotas({ requestHandler }).send(new RequestServiceQuotaIncreaseCommand(wish));
  expect(await outcome(hasty)).toBe('TimeoutError');
  expect(aws.world.quotaRequests).toHaveLength(0);
  const start = performance.now();
  expect(await outcome(list())).toBe('ok');
  // timers of Node.js may be a millisecond early
  expect(performance.now() - start).toBeGreaterThan(190);
  expect(aws.world.quotaRequests).toHaveLength(1);
});

test('a conflict that AWS may answer with at any time can be asked for, in the class of the client', async () => {
  aws.faults.set([
    { operation: 'organizations:AttachPolicy', kind: 'refuse', code: 'ConcurrentModificationException' },
  ]);
  const client = new OrganizationsClient({
    ...clientOf(aws, `arn:aws:iam::${management}:user/administrator`, 'us-east-1'),
    maxAttempts: 3,
  });
  const attach = client.send(new AttachPolicyCommand({ PolicyId: 'p-freeze001', TargetId: dev }));
  await expect(attach).rejects.toBeInstanceOf(ConcurrentModificationException);
  expect(aws.calls.counts()).toEqual({ 'organizations:AttachPolicy': 1 });
});

test('an operation that is not there is refused by its name', async () => {
  const client = new OrganizationsClient(clientOf(aws, controllerOf(dev)));
  await expect(client.send(new ListHandshakesForAccountCommand({}))).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: 'local-aws does not implement organizations:ListHandshakesForAccount',
  });
});

test('the retries of an unmodified client get through a passing throttle', async () => {
  aws.faults.set([{ kind: 'unavailable', at: 1 }]);
  expect(await outcome(list(quotas({ maxAttempts: 3 })))).toBe('ok');
  expect(aws.calls.counts()).toEqual({ 'servicequotas:ListServiceQuotas': 2 });
});

test('calls that come faster than the rates are throttled where rates are on', async () => {
  const burst = async () => {
    const client = quotas();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => outcome(list(client))));
    return outcomes.filter((each) => each === 'ok').length;
  };
  expect(await burst()).toBe(40);
  aws.rates.enabled = true;
  const carriedOut = await burst();
  expect(carriedOut).toBeGreaterThanOrEqual(10);
  expect(carriedOut).toBeLessThan(40);
});

describe('from another process', () => {
  const post = async (path: string, body: object) =>
    (await fetch(`${aws.url}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<
      Record<string, unknown>
    >;

  test('faults are set and calls are read', async () => {
    await post('faults', { faults: [{ kind: 'throttle', at: 1 }] });
    expect([await outcome(list()), await outcome(list())]).toEqual(['TooManyRequestsException', 'ok']);
    expect(await post('state', {})).toMatchObject({ counts: { 'servicequotas:ListServiceQuotas': 2 } });
    expect(await post('calls', {})).toMatchObject([
      { operation: 'servicequotas:ListServiceQuotas', accountId: dev, region: 'eu-west-1' },
      { outcome: 'ok' },
    ]);
  });

  test('time is moved', async () => {
    await post('clock', { now: '2026-10-15T00:00:00Z' });
    const { now } = await post('clock', { advanceSeconds: 3600 });
    expect(String(now)).toMatch(/^2026-10-15T01:00:0/);
  });

  test('the world is changed, and a part that it does not have is named', async () => {
    await post('world', { quotas: [{ quotaCode: 'L-1216C47A', value: 77 }] });
    expect((await list()).Quotas?.find(({ QuotaCode }) => QuotaCode === 'L-1216C47A')?.Value).toBe(77);
    expect(await post('world', { moon: [] })).toEqual({ error: 'the world has no moon' });
    expect(await post('moon', {})).toMatchObject({ error: expect.stringContaining('there is no /_local/moon') });
  });
});
